import { z } from "zod/mini";
import { type ListCursor, readCursor, type SearchParams, single, writeCursor } from "@/lib/platform/lists/schemas";
import { DELETED_PARTNERS_PATH } from "./constants";

const text = z.nullable(z.string());
/** An instant in ISO 8601, UTC. */
const instant = z.iso.datetime();
const person = z.nullable(z.uuid());

/** Somebody whose role as an admin ended with the partner, and the grant as it was. People by UUID. */
const adminSchema = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  grantedBy: person,
  grantedAt: instant,
  endsOn: z.nullable(z.iso.date()),
});

/** One time that the partner was hidden, as it stood. */
const hidingSchema = z.object({
  id: z.uuid(),
  reason: z.string(),
  hiddenBy: person,
  hiddenAt: instant,
  unhiddenBy: person,
  unhiddenAt: z.nullable(instant),
});

/** A calendar of the partner's without its events: an import brings those. `placeName`: of the partner at `placeId`. */
const calendarSchema = z.object({
  id: z.uuid(),
  externalId: text,
  name: z.string(),
  url: text,
  urlKey: text,
  contactName: text,
  contactPhone: text,
  contactEmail: text,
  placeId: z.nullable(z.uuid()),
  placeName: text,
  strategy: z.enum(["place", "event", "event_override", "room_number", "no_location", "online_only"]),
  version: z.int(),
  createdAt: instant,
});

/**
 * An event of one of its calendars that moderators had hidden, without what an import brings again; the hiding is the one
 * in force. `uid` and `recurrenceId`: what tells it apart in its calendar.
 */
const hiddenEventSchema = z.object({
  id: z.uuid(),
  calendarId: z.uuid(),
  uid: z.string(),
  recurrenceId: z.string(),
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  allDay: z.boolean(),
  timeZone: z.string(),
  createdAt: instant,
  hiding: z.pick(hidingSchema, { id: true, reason: true, hiddenBy: true, hiddenAt: true }),
});

/** Something that is named beside its id, so that it can still be named when it is gone. */
const namedSchema = z.object({ id: z.uuid(), name: z.string() });

/**
 * A deleted partner with everything that hung on it, as `partner_deletions.snapshot` keeps it. `format` rises when the
 * shape changes, so that a snapshot of yesterday is never read as what it is not. `hosted`: calendars of other partners
 * whose default place it was. Format 1 knew no hidden events, and otherwise is the same.
 */
export const partnerSnapshotSchema = z.object({
  format: z.literal([1, 2]),
  partner: z.object({
    id: z.uuid(),
    externalId: text,
    name: z.string(),
    slug: text,
    summary: text,
    description: text,
    accessibility: text,
    website: text,
    socials: z.record(z.string(), z.string()),
    publicContactName: text,
    publicContactPhone: text,
    publicContactEmail: text,
    internalContactName: text,
    internalContactPhone: text,
    internalContactEmail: text,
    version: z.int(),
    createdAt: instant,
  }),
  address: z.nullable(
    z.object({ line1: z.string(), line2: text, city: text, postcode: z.string(), place: namedSchema }),
  ),
  serviceAreas: z.array(namedSchema),
  tags: z.array(namedSchema),
  openingHours: z.array(z.object({ day: z.int(), opens: z.string(), closes: z.string() })),
  hidings: z.array(hidingSchema),
  image: z.nullable(z.object({ imageId: z.uuid(), alt: z.string() })),
  admins: z.array(adminSchema),
  calendars: z.array(calendarSchema),
  hiddenEvents: z._default(z.array(hiddenEventSchema), []),
  hosted: z.array(namedSchema),
});

/** What the snapshot of a deleted partner holds. */
export type PartnerSnapshot = z.infer<typeof partnerSnapshotSchema>;

/** The place in the list of deleted partners that an address asks for (`page`); null for the first page, and for anything malformed. */
export function readDeletionsCursor(searchParams: SearchParams): ListCursor | null {
  // Deletions are told apart by their ids alone, which rise with time.
  return readCursor(z.parse(single, searchParams.page), "deleted", 0);
}

/** The address of a page of the list of deleted partners. */
export function deletionsHref(cursor: ListCursor): string {
  return `${DELETED_PARTNERS_PATH}?${new URLSearchParams({ page: writeCursor(cursor, "deleted") })}`;
}
