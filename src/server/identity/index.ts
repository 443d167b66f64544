export { type FindPerson, Identity, type KnownPerson } from './identity';
export { signLocally, type TokenVerifier, tokenVerifier } from './tokens';
