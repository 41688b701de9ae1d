import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";

/** What `calendarNow` reads. */
export type CalendarNow = {
  id: string;
  version: number;
  name: string;
  partner: string;
  url: string | null;
  key: string | null;
  strategy: string;
  place: string | null;
  contact: string | null;
  state: string;
  checksum: string | null;
};

/** A calendar as it is in the database now, its partners by the keys of the world; null where it is gone. */
export async function calendarNow(key: string): Promise<CalendarNow | null> {
  return readTransaction(async (tx) => {
    const [row] = await tx.execute<CalendarNow>(sql`
      select c.id, c.version, c.name, p.external_id as partner, c.url, c.url_key as key, c.strategy,
        (select external_id from partners where id = c.place_id) as place,
        nullif(concat_ws(', ', c.contact_name, c.contact_phone, c.contact_email), '') as contact, i.state, i.checksum
      from calendars c join partners p on p.id = c.partner_id join calendar_imports i on i.calendar_id = c.id
      where c.external_id = ${key} or c.id::text = ${key} or c.name = ${key}`);
    return row ?? null;
  });
}
