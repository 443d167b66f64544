import type { PackageContent } from './content';

/** A package of which nothing has been written yet. */
export const EMPTY_PACKAGE: PackageContent = {
  clientBasics: {
    legalName: null,
    tradingName: null,
    sites: null,
    sector: null,
    subSector: null,
    headcount: null,
    headcountInScope: null,
    companyNumber: null,
    notRegisteredBecause: null,
    filings: null,
    press: null,
  },
  people: {
    execSponsor: null,
    hrSponsor: null,
    procurement: null,
    finance: null,
    platformOwner: null,
    champion: null,
  },
  whatTheyAreSolving: {
    trigger: null,
    successMeasure: null,
    priorProviderWorked: null,
    priorProviderDidNotWork: null,
    redLines: null,
    softSignals: null,
  },
  whatWeAreDelivering: {
    modules: null,
    cohorts: null,
    workshopModality: null,
    nudgeChannel: null,
    bespokeElements: null,
    outOfScope: null,
  },
  commercials: { fee: null, breakdown: null, discounts: null, milestones: null, sideCommitments: null },
  risks: [],
  commitments: [],
  noRisksAndIHaveAsked: false,
  noCommitmentsAndIHaveAsked: false,
};
