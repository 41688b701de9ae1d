import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { calendars } from "@/db/schema/calendars";
import { roleGrants } from "@/db/schema/grants";
import { partnerImages } from "@/db/schema/images";
import { partners, tags } from "@/db/schema/places";
import { inForce } from "@/lib/permissions/facts/attributes";
import { hasHours } from "@/lib/places/opening-hours/queries";
import { COMPLETENESS, type CompletenessKey } from "./constants";

/** A column beside `partners`: the `CompletenessKey`s of what is there, as a list of texts. The one place that says when something is. */
export function completeColumn(): SQL {
  const checks = COMPLETENESS.map((key) => sql`case when ${DONE[key]} then ${key}::text end`);
  return sql`array_remove(array[${sql.join(checks, sql`, `)}], null)`;
}

/** When each thing is there, over a row of `partners`. */
const DONE: Readonly<Record<CompletenessKey, SQL>> = {
  summary: sql`${partners.summary} is not null`,
  description: sql`${partners.description} is not null`,
  // An address or a service area: whoever goes to people has no door to give.
  place: sql`${partners.placeIds} <> '{}'`,
  hours: hasHours(),
  contact: sql`coalesce(${partners.publicContactPhone}, ${partners.publicContactEmail}) is not null`,
  website: sql`(${partners.website} is not null or ${partners.socials} <> '{}'::jsonb)`,
  accessibility: sql`${partners.accessibility} is not null`,
  image: sql`exists (select 1 from ${partnerImages} where ${partnerImages.partnerId} = ${partners.id})`,
  category: sql`exists (select 1 from ${tags} where ${tags.kind} = 'category' and ${tags.number} = any(${partners.tagIds}))`,
  admin: sql`exists (select 1 from ${roleGrants}
    where ${roleGrants.partnerId} = ${partners.id} and ${roleGrants.role} = 'partner_admin' and ${inForce()})`,
  calendar: sql`exists (select 1 from ${calendars} where ${calendars.partnerId} = ${partners.id})`,
};
