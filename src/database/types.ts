import pg from 'pg';

/** What PostgreSQL's catalogue `pg_type` calls them. */
const OID = { date: 1082, timestamp: 1114, timestamptz: 1184 };
const OID_OF_ARRAY = { date: 1182, timestamp: 1115, timestamptz: 1185, text: 1009 };

const asText = (text: string): string => text;
const asTexts = pg.types.getTypeParser(OID_OF_ARRAY.text);
const dates = new Set([OID.date, OID.timestamp, OID.timestamptz]);
const arraysOfDates = new Set([OID_OF_ARRAY.date, OID_OF_ARRAY.timestamp, OID_OF_ARRAY.timestamptz]);

/**
 * How values of a result are read: dates and instants stay text, because a Date has a time zone of its own and no days.
 * The rest is as pg has it: int8 and numeric stay text, json and jsonb are parsed.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (dates.has(oid)) return asText;
    if (arraysOfDates.has(oid)) return asTexts;
    return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
  },
};
