import { writeFileSync } from 'node:fs';
import { apiSchema } from '.';
import { SDL_FILE, sdlOf } from './sdl';

writeFileSync(SDL_FILE, sdlOf(apiSchema()));
