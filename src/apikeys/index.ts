export { apiKeysById } from './loading';
export { recogniseKey } from './recognising';
export { ApiKeyResolver } from './resolver';
