/** What a client does, and who there goes through the programme. */
export interface Sector {
  sector: string;
  subSector: string;
  /** Who a cohort consists of; the first cohort is of the first of them. */
  cohorts: readonly string[];
}

const FOOD = sectorOf('Manufacturing', ['Shift managers', 'Line leaders', 'Quality and hygiene leads']);
const INDUSTRY = sectorOf('Manufacturing', ['Shift managers', 'Cell leaders', 'Maintenance supervisors']);
const TRANSPORT = sectorOf('Transport and logistics', ['Depot managers', 'Duty supervisors', 'Planners']);
const FINANCE = sectorOf('Financial services', [
  'Branch managers',
  'Team leaders in operations',
  'Heads of department',
]);
const CARE = sectorOf('Health and care', ['Home and ward managers', 'Deputy managers', 'Senior carers']);
const LEISURE = sectorOf('Hospitality and leisure', ['General managers', 'Heads of department', 'Duty managers']);
const LAND = sectorOf('Agriculture and land', ['Site managers', 'Foremen and forewomen', 'Office leads']);
const SERVICES = sectorOf('Professional services', ['Newly promoted partners', 'Team leads', 'Senior associates']);
const TECHNOLOGY = sectorOf('Technology', ['Engineering managers', 'Product leads', 'New team leads']);
const UTILITIES = sectorOf('Energy and utilities', ['Area managers', 'Field supervisors', 'Control room leads']);
const RETAIL = sectorOf('Retail', ['Store managers', 'Assistant managers', 'Regional managers']);
const PUBLIC = sectorOf('Public sector', ['Service managers', 'Team leaders', 'Heads of service']);

/** By the word of a client's name that says what it does. */
const BY_WORD: Readonly<Record<string, Sector>> = {
  Foods: FOOD('Chilled food'),
  Brewery: FOOD('Brewing'),
  Dairies: FOOD('Dairy'),
  Cider: FOOD('Drinks'),
  Distillers: FOOD('Spirits'),
  Seafoods: FOOD('Fish processing'),
  Fisheries: FOOD('Fish processing'),
  Engineering: INDUSTRY('Precision engineering'),
  Ceramics: INDUSTRY('Ceramics'),
  Aerospace: INDUSTRY('Aerospace components'),
  Textiles: INDUSTRY('Textiles'),
  Woollens: INDUSTRY('Textiles'),
  Linen: INDUSTRY('Textiles'),
  Steel: INDUSTRY('Steel stockholding'),
  Packaging: INDUSTRY('Packaging'),
  Quarries: INDUSTRY('Aggregates'),
  Paper: INDUSTRY('Paper and board'),
  Timber: INDUSTRY('Timber'),
  Optics: INDUSTRY('Optical instruments'),
  Biosciences: INDUSTRY('Life sciences'),
  Logistics: TRANSPORT('Haulage'),
  Rail: TRANSPORT('Rail'),
  Shipping: TRANSPORT('Shipping'),
  Ferries: TRANSPORT('Ferries'),
  Coaches: TRANSPORT('Coaches'),
  Insurance: FINANCE('Insurance'),
  Bank: FINANCE('Retail banking'),
  Society: FINANCE('Mutuals'),
  Clinics: CARE('Outpatient clinics'),
  Pharmacies: CARE('Community pharmacy'),
  Homes: CARE('Residential care'),
  Hotels: LEISURE('Hotels'),
  Hospitality: LEISURE('Hotels'),
  Tours: LEISURE('Travel'),
  Outdoor: LEISURE('Outdoor centres'),
  Nurseries: LAND('Horticulture'),
  Farms: LAND('Farming'),
  Estates: LAND('Estate management'),
  Solicitors: SERVICES('Law'),
  Architects: SERVICES('Architecture'),
  Publishing: SERVICES('Publishing'),
  Media: SERVICES('Media'),
  Analytics: TECHNOLOGY('Data and analytics'),
  Software: TECHNOLOGY('Software'),
  Systems: TECHNOLOGY('Systems integration'),
  Water: UTILITIES('Water'),
  Utilities: UTILITIES('Multi-utility networks'),
  Energy: UTILITIES('Energy supply'),
  Renewables: UTILITIES('Wind power'),
  Retail: RETAIL('Department stores'),
  Stationers: RETAIL('Stationery'),
  Motors: RETAIL('Car dealerships'),
  Housing: PUBLIC('Social housing'),
  College: PUBLIC('Further education'),
  Council: PUBLIC('Local government'),
};

/** What a client of the demonstration does. */
export function sectorOfClient(name: string): Sector {
  const word = name.split(' ').findLast((one) => BY_WORD[one]);
  if (word === undefined) throw new Error(`nothing says what ${name} does`);
  return BY_WORD[word]!;
}

function sectorOf(sector: string, cohorts: readonly string[]): (subSector: string) => Sector {
  return (subSector) => ({ sector, subSector, cohorts });
}
