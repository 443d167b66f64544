export type { Finding, FindingCode } from './finding';
export { documentHtml } from './html';
export { documentMistakes } from './mistakes';
export { type ReadDocument, readDocument } from './reading';
export { documentTemplate, renderDocument } from './rendering';
