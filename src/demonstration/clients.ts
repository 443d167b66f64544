/** A client of the demonstration, with the calendar that is kept where it is. */
export interface Client {
  name: string;
  calendar: string;
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'england-and-wales': [
    'Aldersyke Foods',
    'Ashgrove Pike Solicitors',
    'Barrowmere Housing',
    'Bellhurst Retail Group',
    'Birchcombe Water',
    'Blackthorn & Vale Architects',
    'Bramblecote Hotels',
    'Calderfold Engineering',
    'Carrow Lane Logistics',
    'Castlewick Insurance',
    'Chalkdown Brewery',
    'Cinderford Ceramics',
    'Cotterdale Dairies',
    'Crowmarsh Aerospace',
    'Dunsfell Outdoor',
    'Eastmoor College',
    'Elmstead Pharmacies',
    'Fallowbridge Bank',
    'Fenwater Utilities',
    'Garrowby Textiles',
    'Glyn Morfa Energy',
    'Greywethers Publishing',
    'Haddonfield Clinics',
    'Harrowgill Steel',
    'Hartsease Care Homes',
    'Hollinbrook Packaging',
    'Kingsfold Motors',
    'Larkrise Nurseries',
    'Llanfechan Quarries',
    'Marlowe Quay Shipping',
    'Merebank Building Society',
    'Nant Gwyrdd Foods',
    'Northgate Fell Tours',
    'Oakhanger Timber',
    'Orchard Weir Cider',
    'Pennyfold Stationers',
    'Quarrendon Farms',
    'Ravensmoor Rail',
    'Saltmarsh Fisheries',
    'Silverdene Optics',
    'Stourhaven Council',
    'Thistlemere Media',
    'Wexcombe Analytics',
    'Yarrowdale Paper',
  ],
  scotland: [
    'Ardnashee Distillers',
    'Balmorrow Estates',
    'Corrieglen Renewables',
    'Dalwhinnoch Woollens',
    'Glenfarrow Seafoods',
    'Inverlochan Ferries',
    'Kirkbrae Software',
    'Lochanside Hospitality',
    'Strathfinnan Bank',
    'Tayholm Biosciences',
  ],
  'northern-ireland': [
    'Ballyreagh Linen',
    'Carnlough Bay Foods',
    'Drumadarragh Dairies',
    'Glenarriff Coaches',
    'Laganvale Systems',
    'Slieve Bawn Quarries',
  ],
};

/** Sixty companies of the United Kingdom that do not exist. */
export const CLIENTS: readonly Client[] = Object.entries(NAMES).flatMap(([calendar, names]) =>
  names.map((name) => ({ name, calendar })),
);
