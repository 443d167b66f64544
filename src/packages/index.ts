export { packageContent, packagesOfDeals } from './loading';
export { DealPackageResolver, HandoffPackageResolver } from './resolver';
export { savePackage } from './saving';
