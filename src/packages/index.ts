export { groundOf } from './checking';
export { documentMistakes, type Finding, type FindingCode, type ReadDocument, readDocument } from './document';
export { HandoffPackage, MissingItem } from './handoffPackage';
export { keepPackages, type PackageToKeep } from './keeping';
export { DECLARED } from './listed';
export { packageContent, packagesOfDeals } from './loading';
export { rewriteDocuments } from './published/publishing';
export { HandoffDocumentResolver } from './published/resolver';
export type { PackageChange } from './reading';
export { DealPackageResolver, HandoffPackageResolver } from './resolver';
export { PackageDifference } from './revisions/difference';
export { standingRevisions } from './revisions/loading';
export {
  CommitmentMadeResolver,
  PackageRevisionResolver,
  PackageRevisionsResolver,
} from './revisions/resolver';
export { PackageRevision } from './revisions/revision';
export { saveWithin } from './saving';
export { PackageSections } from './sections/sections';
export { shownSections } from './shown';
