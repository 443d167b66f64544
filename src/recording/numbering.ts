import type { Queryable } from '../database';

/** The next keys of the years in which deals are opened, such as `D-2026-0042`; one statement for them all. */
export async function nextKeys(tx: Queryable, years: readonly number[]): Promise<string[]> {
  const rows = await tx.query<{ year: number; latest: number }>(NUMBERS, [years], 'next_numbers');
  const given = new Map(
    rows.map(({ year, latest }) => [year, latest - years.filter((other) => other === year).length]),
  );
  return years.map((year) => {
    const number = given.get(year)! + 1;
    given.set(year, number);
    return `D-${year}-${String(number).padStart(4, '0')}`;
  });
}

const NUMBERS = `
  insert into deal_number as n (year, latest)
  select year, count(*) from unnest($1::int[]) as year group by year order by year
  on conflict (year) do update set latest = n.latest + excluded.latest
  returning year, latest`;
