import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { partners, tags } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import {
  type AskedLine,
  countLines,
  type DashboardLine,
  type DashboardReading,
  lastChanged,
  type NamedPartner,
  readDashboard,
  selects,
  usualLines,
} from "@/lib/places/dashboards/queries";
import { type EmptyAreas, emptyAreas, emptyAreasOf } from "@/lib/places/empty-areas/queries";
import { type AreaTree, areasOf, type OwnArea, ownAreas } from "@/lib/places/neighbourhood-dashboard/queries";
import { NO_FOCUS, type PartnerFocus } from "@/lib/places/partner-focus/schemas";
import { EVERY_PARTNER, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** How many partners of a partnership are in a category. `href` leads to the list of exactly these. */
export type CategoryCount = { id: string; name: string; count: number; href: string };

/** One partnership in the area of one role: the area of one role and the partnership of another never combine. */
export type PartnershipCard = {
  /** What the list calls this role and partnership, see `PartnerFocus`. */
  through: string;
  partnership: string;
  /** What the role is held over. */
  places: { code: string; name: string }[];
  /** The role's last day, as `YYYY-MM-DD`; null for one without an end. */
  endsOn: string | null;
  /** `candidates`: partners in the area, in sight and not in the partnership, that the actor may bring in. */
  lines: DashboardLine[];
  /** Categories that occur, the most frequent first. */
  categories: CategoryCount[];
  areas: OwnArea[];
  emptyAreas: EmptyAreas;
};

/** What a partnership admin needs today. Source: PORTAL.md, Dashboards. */
export type PartnershipDashboard = { cards: PartnershipCard[]; recent: NamedPartner[] };

/**
 * The dashboard of a partnership admin. Four statements, however many partnerships.
 * @param opened codes of places further down whose own places are shown as well; those outside the area open nothing.
 */
export async function getPartnershipDashboard(
  actor: Actor,
  opened: readonly string[] = [],
): Promise<DashboardReading<PartnershipDashboard>> {
  const held = heldPartnerships(actor);
  return readTransaction((tx) =>
    readDashboard(tx, actor, "partnership", async () => {
      if (held.length === 0) return { cards: [], recent: [] };
      const lines = await readLines(tx, actor, held);
      const categories = await readCategories(tx, actor, held);
      const areas = await readAreas(tx, actor, held, opened);
      const recent = await lastChanged(tx, actor, { focus: { ...NO_FOCUS, through: "partnership_admin" } });
      const cards = held.map(
        ({ area: _, focus, ...card }, index): PartnershipCard => ({
          ...card,
          through: focus.through,
          lines: lines[index] ?? [],
          categories: categories[index] ?? [],
          areas: areas[index]?.areas ?? [],
          emptyAreas: areas[index]?.emptyAreas ?? emptyAreasOf(undefined, focus.through),
        }),
      );
      return { cards, recent };
    }),
  );
}

type Held = Pick<PartnershipCard, "partnership" | "places" | "endsOn"> & {
  area: readonly number[];
  focus: PartnerFocus;
};

/** Each partnership of each complete role; an incomplete one opens nothing. Source: domains/places.md section 2. */
function heldPartnerships(actor: Actor): Held[] {
  return actor.grants
    .filter(({ role, places }) => role === "partnership_admin" && places.length > 0)
    .flatMap(({ id, places, partnerships, endsOn }) =>
      partnerships.map(({ number, name }) => ({
        partnership: name,
        places: places.map((place) => ({ code: place.code, name: place.name })),
        endsOn,
        area: places.map((place) => place.number),
        focus: { ...NO_FOCUS, through: `${id}.${number}` },
      })),
    );
}

async function readLines(tx: Transaction, actor: Actor, held: readonly Held[]): Promise<DashboardLine[][]> {
  const asked = held.map(({ focus }): AskedLine[] => [
    ...usualLines(focus),
    { key: "candidates", query: { focus: { ...NO_FOCUS, candidates: focus.through } } },
  ]);
  const counted = await countLines(tx, actor, asked.flat());
  const each = asked[0]?.length ?? 0;
  return held.map((_, index) => counted.slice(index * each, (index + 1) * each));
}

/** The condition over `partners` of those that a card is about. */
function onCard(actor: Actor, { focus }: Held): SQL {
  return sql`((${scopeOf(actor, "partner", "view")}) and ${selects(actor, { focus })})`;
}

async function readCategories(tx: Transaction, actor: Actor, held: readonly Held[]): Promise<CategoryCount[][]> {
  const counts = held.map((card) => sql`(count(*) filter (where ${onCard(actor, card)}))::int`);
  const rows = await tx.execute<{ id: string; name: string; counts: number[] }>(sql`
    select coalesce(${tags.externalId}, ${tags.id}::text) as "id", ${tags.name} as "name", array[${sql.join(counts, sql`, `)}] as "counts"
    from ${partners} cross join lateral unnest(${partners.tagIds}) as carried(number) join ${tags} on ${tags.number} = carried.number
    where ${tags.kind} = 'category' and (${scopeOf(actor, "tag", "view")}) and (${scopeOf(actor, "partner", "view")})
    group by ${tags.id} order by lower(${tags.name}), ${tags.id}`);
  return held.map(({ focus }, index) =>
    rows
      .map(({ id, name, counts: counted }) => ({
        id,
        name,
        count: counted[index] ?? 0,
        href: partnerListHref(PARTNERS_PATH, EVERY_PARTNER, { focus, tag: id }),
      }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
  );
}

type Areas = Pick<PartnershipCard, "areas" | "emptyAreas">;

async function readAreas(
  tx: Transaction,
  actor: Actor,
  held: readonly Held[],
  opened: readonly string[],
): Promise<Areas[]> {
  const columns = held.map((card) => {
    const counted = onCard(actor, card);
    return sql`json_build_object('tree', ${ownAreas(card.area, counted, opened)}, 'empty', ${emptyAreas(actor, card.focus.through)})`;
  });
  const cards = columns.map((column, index) => sql`select ${index}::int as "card", ${column} as "read"`);
  const rows = await tx.execute<{ read: { tree: AreaTree; empty: EmptyAreas } }>(
    sql`${sql.join(cards, sql` union all `)} order by "card"`,
  );
  return rows.map(({ read }, index) => ({
    areas: areasOf(read.tree, { focus: held[index]?.focus }),
    emptyAreas: emptyAreasOf(read.empty, held[index]?.focus.through ?? ""),
  }));
}
