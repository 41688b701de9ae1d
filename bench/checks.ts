import "server-only";
import { AbilityBuilder, createMongoAbility, type MongoAbility } from "@casl/ability";
import { Bench } from "tinybench";
import { explain } from "@/lib/permissions/engine/explain";
import { type HeldGrant, type Specialised, specialise } from "@/lib/permissions/engine/specialise";
import { toSqlText } from "@/lib/permissions/engine/to-sql";
import type { PartnerFacts } from "@/lib/permissions/facts/attributes";
import { policies } from "@/lib/permissions/policies/all";

/** One measured act: its name and how many times a second it runs, by the median. */
export type Rate = Readonly<{ name: string; perSecond: number }>;

const AREAS = 3;
const PARTNERS = 1_000;
const WARDS = 200;

/** A partner as an engine that knows no tree would be given it: all places and ancestors in one list. */
type FlatPartner = PartnerFacts & { readonly scopeIds: readonly number[]; readonly __caslSubjectType__: "Partner" };

/**
 * How fast one warm decision is, in memory, for an area admin with a neighbourhood grant and a partnership grant:
 * ours, ours with all reasons, CASL, and the same rule written by hand. An engine that disagrees with the others on one
 * partner is out, and the bench says so and fails.
 */
export async function benchChecks(): Promise<readonly Rate[]> {
  const grants = heldGrants();
  const ours = specialise(policies, { userId: "someone", grants });
  const partners = Array.from({ length: PARTNERS }, (_, index) => partner(index));
  const view = ours.view("partner", "update");
  const contenders: Record<string, (record: FlatPartner) => boolean> = {
    ours: (record) => view.check(record),
    "ours with reasons": (record) => explain(view, record, "no_grant").allowed,
    "CASL 7": caslCheck(grants),
    "by hand": handWritten(grants),
  };
  requireAgreement(contenders, partners);
  return measure({
    ...Object.fromEntries(
      Object.entries(contenders).map(([name, check]) => [
        `check: ${name}`,
        () => {
          for (const record of partners) {
            check(record);
          }
        },
      ]),
    ),
    "specialise and compile to SQL text": compileTo(grants),
  });
}

async function measure(acts: Readonly<Record<string, () => void>>): Promise<readonly Rate[]> {
  const bench = new Bench({ time: 500, warmupTime: 200 });
  for (const [name, act] of Object.entries(acts)) {
    bench.add(name, act);
  }
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) {
      throw new Error(`${name} was not measured.`);
    }
    const runs = name.startsWith("check") ? PARTNERS : 1;
    return { name, perSecond: (runs * 1_000) / result.latency.p50 };
  });
}

function heldGrants(): readonly HeldGrant[] {
  const area = Array.from({ length: AREAS }, (_, index) => 100 + index * 7);
  return [
    { id: "a", role: "neighbourhood_admin", area, partnerships: [], partnerId: null },
    { id: "b", role: "partnership_admin", area: [3], partnerships: [1, 2], partnerId: null },
  ];
}

/** A partner with two wards below one of ten districts, and one to three partnerships. */
function partner(index: number): FlatPartner {
  const path = (ward: number) => [1, 2, 3 + (ward % 10), 100 + ward];
  const places = [path((index * 13) % WARDS), path((index * 29 + 5) % WARDS)];
  const partnerships = Array.from({ length: 1 + (index % 3) }, (_, step) => 1 + ((index + step) % 6));
  return {
    id: String(index),
    places,
    partnerships,
    scopeIds: [...new Set(places.flat())],
    __caslSubjectType__: "Partner",
  };
}

function caslCheck(grants: readonly HeldGrant[]): (record: FlatPartner) => boolean {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const { area, partnerships } of grants) {
    const scope = { scopeIds: { $in: [...area] } };
    const narrowed = partnerships.length === 0 ? scope : { ...scope, partnerships: { $in: [...partnerships] } };
    can("update", "Partner", narrowed);
  }
  const ability = build();
  return (record) => ability.can("update", record);
}

function handWritten(grants: readonly HeldGrant[]): (record: FlatPartner) => boolean {
  return (record) =>
    grants.some(
      ({ area, partnerships }) =>
        record.scopeIds.some((place) => area.includes(place)) &&
        (partnerships.length === 0 || record.partnerships.some((tag) => partnerships.includes(tag))),
    );
}

function requireAgreement(
  contenders: Record<string, (record: FlatPartner) => boolean>,
  partners: readonly FlatPartner[],
): void {
  for (const record of partners) {
    const answers = new Set(Object.values(contenders).map((check) => check(record)));
    if (answers.size !== 1) {
      throw new Error(`The contenders disagree on partner ${record.id}; nothing is measured.`);
    }
  }
}

function compileTo(grants: readonly HeldGrant[]): () => void {
  return () => {
    const fresh: Specialised = specialise(policies, { userId: "someone", grants });
    toSqlText(fresh.view("partner", "view").condition);
  };
}
