import "server-only";

/** A calendar: its organiser, the partner whose address is the default place, and how places are found. */
export type OracleCalendar = Readonly<{ id: string; partner: string; place: string | null; strategy: string }>;

/** An event; `endsAt` is an ISO instant in UTC. */
export type OracleEvent = Readonly<{
  id: string;
  calendar: string;
  endsAt: string;
  withdrawn: boolean;
  hidden: boolean;
}>;

/** A site as far as rights go: its area and the partnership tags that narrow it. */
export type OracleSite = Readonly<{
  id: string;
  neighbourhoods: readonly string[];
  partnerships: readonly string[];
}>;

/** A partner that was deleted at an ISO instant in UTC, and whether it was brought back since. */
type OracleDeletion = Readonly<{ id: string; deletedAt: string; restored: boolean }>;

/** What the world holds beside partners. */
export type OracleContent = Readonly<{
  calendars: ReadonlyMap<string, OracleCalendar>;
  events: ReadonlyMap<string, OracleEvent>;
  sites: ReadonlyMap<string, OracleSite>;
  deletedPartners: ReadonlyMap<string, OracleDeletion>;
}>;

/** The same in a world file, which does without events and deleted partners. Source: design/WORLD_FORMAT.md. */
export type ContentFacts = Readonly<{
  calendars?:
    | readonly Readonly<{
        id: string;
        partner: string;
        place?: string | null | undefined;
        strategy?: string | undefined;
      }>[]
    | undefined;
  events?: readonly OracleEvent[] | undefined;
  sites?:
    | readonly Readonly<{
        id: string;
        neighbourhoods?: readonly string[] | undefined;
        partnerships?: readonly string[] | undefined;
      }>[]
    | undefined;
  deletedPartners?: readonly OracleDeletion[] | undefined;
}>;

/** The content of a world file. */
export function contentOf(file: ContentFacts): OracleContent {
  return {
    calendars: new Map(
      (file.calendars ?? []).map(({ id, partner, place, strategy }) => [
        id,
        { id, partner, place: place ?? null, strategy: strategy ?? "place" },
      ]),
    ),
    events: new Map((file.events ?? []).map((event) => [event.id, event])),
    sites: new Map(
      (file.sites ?? []).map(({ id, neighbourhoods, partnerships }) => [
        id,
        { id, neighbourhoods: neighbourhoods ?? [], partnerships: partnerships ?? [] },
      ]),
    ),
    deletedPartners: new Map((file.deletedPartners ?? []).map((deletion) => [deletion.id, deletion])),
  };
}
