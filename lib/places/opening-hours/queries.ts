import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { partnerOpeningHours, partners } from "@/db/schema/places";

/** A column beside `partners`: its opening hours as a JSON list of `OpeningSpell`, by day and time. */
export function openingHoursColumn(): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('day', ${partnerOpeningHours.day},
      'opens', to_char(${partnerOpeningHours.opens}, 'HH24:MI'), 'closes', to_char(${partnerOpeningHours.closes}, 'HH24:MI'))
      order by ${partnerOpeningHours.day}, ${partnerOpeningHours.opens}), '[]')
    from ${partnerOpeningHours} where ${partnerOpeningHours.partnerId} = ${partners.id})`;
}

/** The condition that a row of `partners` has opening hours. */
export function hasHours(): SQL {
  return sql`exists (select 1 from ${partnerOpeningHours} where ${partnerOpeningHours.partnerId} = ${partners.id})`;
}
