export { type FindPerson, Identity, type KnownPerson } from './identity';
export { IssuerAway } from './issuer-keys';
export { signLocally, type TokenVerifier, tokenVerifier } from './tokens';
