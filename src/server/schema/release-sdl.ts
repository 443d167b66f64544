import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiSchema } from '.';
import { breaksOf, deprecationsWithoutNotice, NOTICE_DAYS } from './breaks';
import { RELEASED_SDL_FILE, sdlOf } from './sdl';

/** Makes the schema of today the one that may not be broken; refuses one that breaks what was released before. */
function release(today: string): void {
  const schema = apiSchema();
  const sdl = sdlOf(schema);
  const released = existsSync(RELEASED_SDL_FILE) ? readFileSync(RELEASED_SDL_FILE, 'utf8') : sdl;
  const sudden = deprecationsWithoutNotice(sdl, released, today).map(
    (reason) => `@deprecated(reason: "${reason}") does not begin with a date at least ${NOTICE_DAYS} days away`,
  );
  const mistakes = [...breaksOf(released, schema, today), ...sudden];
  if (mistakes.length > 0) throw new Error(`Not released:\n${mistakes.join('\n')}`);
  mkdirSync(path.dirname(RELEASED_SDL_FILE), { recursive: true });
  writeFileSync(RELEASED_SDL_FILE, sdl);
}

release(new Date().toISOString().slice(0, 10));
