import { isoInSql, type Queryable } from '../database';
import type { CalendarVersion, WorkCalendar } from './objects';

/** Every calendar with all its versions, by code; one SQL statement. */
export function allCalendars(db: Queryable): Promise<WorkCalendar[]> {
  return db.query<WorkCalendar>(CALENDARS, [], 'calendars');
}

/** The latest version of a calendar; undefined where there is no such calendar. */
export async function latestVersion(tx: Queryable, code: string): Promise<CalendarVersion | undefined> {
  const [found] = (await allCalendars(tx)).filter((calendar) => calendar.code === code);
  return found?.versions.at(-1);
}

const HOLIDAYS = `(
  select json_agg(json_build_object('date', day ->> 'date', 'title', day ->> 'title') order by day ->> 'date')
  from jsonb_array_elements(c.holidays) as day)`;

const CALENDARS = `
  select c.code, (array_agg(c.zone order by c.version desc))[1] as zone,
    (array_agg(c.covers_from::text order by c.version desc))[1] as "coversFrom",
    (array_agg(c.covers_to::text order by c.version desc))[1] as "coversTo",
    json_agg(json_build_object('version', c.version, 'recordedAt', ${isoInSql('c.recorded_at')},
      'recordedByKey', c.recorded_by, 'holidays', coalesce(${HOLIDAYS}, '[]')) order by c.version) as versions
  from calendar c group by c.code order by c.code collate "C"`;
