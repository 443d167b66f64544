import type { Request } from '../graphql';

/** Removes the files of mails of deals from which something was erased; one that was written again there stays. */
export async function removeErasedMails({ db, drive }: Request, dealIds: readonly string[]): Promise<void> {
  const lying = await db.query<{ file: string }>(LYING, [dealIds], 'erased_mails');
  for (const { file } of lying) await drive.remove(file);
}

const ERASED = (mail: string) => `strpos(${mail}.subject || ${mail}.body || ${mail}.recipients::text, '[erased]') > 0`;

const LYING = `
  select distinct m.answer as file from mail m
  where m.deal_id = any($1) and m.status = 'WRITTEN' and ${ERASED('m')} and not exists (
    select from mail n where n.deal_id = m.deal_id and n.answer = m.answer and n.status = 'WRITTEN'
      and n.created_at > m.created_at and not ${ERASED('n')})
  order by 1`;
