export { trustedDocuments } from './library';
export { TrustedDocumentResolver } from './resolver';
