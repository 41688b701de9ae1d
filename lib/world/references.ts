import "server-only";
import type { WorldError } from "./errors";
import { type Entries, normalEmail, type ParsedWorld, present, textAt, textsAt } from "./parse";
import type { ResolvedWorld } from "./resolve";
import type { PartnerEntry, RoleEntry } from "./schema";

/** Every reference of the file that leads nowhere or to the wrong kind, and every partner without a place. */
export function referenceErrors(world: ParsedWorld, resolved: ResolvedWorld): WorldError[] {
  const check = checks(world, resolved);
  return [...tagErrors(world, resolved), ...partnerErrors(world, check), ...roleErrors(world, check)];
}

type Check = ReturnType<typeof checks>;

function checks({ gaps }: ParsedWorld, resolved: ResolvedWorld) {
  const unknown = (path: string, noun: string, key: string): WorldError[] => [
    { path, message: `unknown ${noun} "${key}"` },
  ];
  return {
    place: (path: string, code: string) =>
      resolved.neighbourhoods.has(code) || gaps.neighbourhoods.has(code) ? [] : unknown(path, "neighbourhood", code),
    tag: (path: string, key: string) => (resolved.tags.has(key) || gaps.tags.has(key) ? [] : unknown(path, "tag", key)),
    partner: (path: string, key: string) =>
      resolved.partners.has(key) || gaps.partners.has(key) ? [] : unknown(path, "partner", key),
    user: (path: string, email: string) => {
      const key = normalEmail(email);
      return resolved.users.has(key) || gaps.users.has(key) ? [] : unknown(path, "user", email);
    },
    partnership: (path: string, key: string) => {
      const tag = resolved.tags.get(key);
      if (tag === undefined) return gaps.tags.has(key) ? [] : unknown(path, "tag", key);
      return tag.kind === "partnership" ? [] : [{ path, message: `tag "${key}" is a ${tag.kind}, not a partnership` }];
    },
  };
}

function* tagErrors(world: ParsedWorld, resolved: ResolvedWorld): Generator<WorldError> {
  for (const [index, tag] of present(world.tags)) {
    const stored = resolved.tags.get(tag.id)?.kind;
    if (stored === undefined || stored === null || stored === tag.kind) continue;
    const message = `tag "${tag.id}" is a ${stored} in this portal, and a tag keeps its kind`;
    yield { path: `tags[${index}].kind`, message };
  }
}

function* partnerErrors({ partners, raw, structureOnly }: ParsedWorld, check: Check): Generator<WorldError> {
  for (const [index, partner] of raw.partners.entries()) {
    const path = `partners[${index}]`;
    const code = textAt(partner, "address", "neighbourhood");
    if (code !== null) yield* check.place(`${path}.address.neighbourhood`, code);
    for (const [at, area] of textsAt(partner, "serviceAreas")) yield* check.place(`${path}.serviceAreas[${at}]`, area);
    for (const [at, tag] of textsAt(partner, "tags")) yield* check.tag(`${path}.tags[${at}]`, tag);
    const whole = partners[index];
    if (!structureOnly && whole !== undefined && !hasPlace(whole)) {
      yield { path, message: "needs an address or a service area" };
    }
  }
}

/** A partner needs an address or a service area. Source: domains/places.md section 1. */
function hasPlace({ address, serviceAreas }: PartnerEntry): boolean {
  return (address !== undefined && address !== null) || (serviceAreas?.length ?? 0) > 0;
}

function* roleErrors({ roles, raw }: ParsedWorld, check: Check): Generator<WorldError> {
  for (const [index, role] of raw.roles.entries()) {
    const path = `roles[${index}]`;
    const user = textAt(role, "user");
    const partner = textAt(role, "partner");
    if (user !== null) yield* check.user(`${path}.user`, user);
    if (partner !== null) yield* check.partner(`${path}.partner`, partner);
    for (const [at, code] of textsAt(role, "neighbourhoods")) yield* check.place(`${path}.neighbourhoods[${at}]`, code);
    for (const [at, tag] of textsAt(role, "partnerships")) yield* check.partnership(`${path}.partnerships[${at}]`, tag);
  }
  yield* lastDayErrors(roles);
}

function* lastDayErrors(roles: Entries<RoleEntry>): Generator<WorldError> {
  const ends = new Map<string, { index: number; endsOn: string | null }>();
  for (const [index, role] of present(roles)) {
    const key = grantKey(role);
    const endsOn = role.endsOn ?? null;
    const before = ends.get(key);
    if (before === undefined) ends.set(key, { index, endsOn });
    else if (before.endsOn !== endsOn) {
      const message = `the same grant as roles[${before.index}], which ends on another day`;
      yield { path: `roles[${index}].endsOn`, message };
    }
  }
}

/**
 * What makes two entries one grant: all neighbourhood entries of a person are one, a partnership entry is told apart by
 * what it is held over, in any order. Source: design/WORLD_FORMAT.md.
 */
function grantKey(role: RoleEntry): string {
  const parts = [normalEmail(role.user), role.role];
  if (role.role === "partner_admin") parts.push(role.partner);
  if (role.role === "partnership_admin") {
    parts.push(JSON.stringify([sortedOnce(role.neighbourhoods), sortedOnce(role.partnerships)]));
  }
  return parts.join("\n");
}

function sortedOnce(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
