import "server-only";

/** A place of the tree: its own code and that of the place above it, null for a country. */
export type OraclePlace = Readonly<{ code: string; parent: string | null }>;

/** A tag. Only the kind partnership ever grants, blocks or narrows anything (places.md section 1). */
export type OracleTag = Readonly<{ id: string; kind: "category" | "facility" | "partnership" }>;

/** A partner as far as rights go: where it is, what it serves, what it carries. */
export type OraclePartner = Readonly<{
  id: string;
  address: string | null;
  serviceAreas: readonly string[];
  tags: readonly string[];
}>;

/** An account. */
export type OraclePerson = Readonly<{ email: string; deactivated: boolean }>;

/** One entry of the world file's `roles`: who holds what over what, and the last day of it. */
export type OracleRole = Readonly<{
  user: string;
  role: string;
  neighbourhoods: readonly string[];
  partnerships: readonly string[];
  partner: string | null;
  endsOn: string | null;
}>;

/** The whole state that the oracle judges over; `today` is the day (UTC, `YYYY-MM-DD`) that last days are compared with. */
export type OracleWorld = Readonly<{
  today: string;
  places: ReadonlyMap<string, OraclePlace>;
  tags: ReadonlyMap<string, OracleTag>;
  partners: ReadonlyMap<string, OraclePartner>;
  people: ReadonlyMap<string, OraclePerson>;
  roles: readonly OracleRole[];
}>;

/** What the oracle reads of a world file; every other key is of no concern to rights. Source: design/WORLD_FORMAT.md. */
export type WorldFacts = Readonly<{
  users?: readonly Readonly<{ email: string; deactivated?: boolean | undefined }>[] | undefined;
  neighbourhoods?: readonly Readonly<{ code: string; parent?: string | null | undefined }>[] | undefined;
  tags?: readonly Readonly<{ id: string; kind: OracleTag["kind"] }>[] | undefined;
  partners?:
    | readonly Readonly<{
        id: string;
        address?: Readonly<{ neighbourhood: string }> | null | undefined;
        serviceAreas?: readonly string[] | undefined;
        tags?: readonly string[] | undefined;
      }>[]
    | undefined;
  roles?:
    | readonly Readonly<{
        user: string;
        role: string;
        neighbourhoods?: readonly string[] | undefined;
        partnerships?: readonly string[] | undefined;
        partner?: string | undefined;
        endsOn?: string | null | undefined;
      }>[]
    | undefined;
}>;

/** An e-mail address as the portal compares it: trimmed, in lower case. */
export function plainEmail(text: string): string {
  return text.trim().toLowerCase();
}

/** The world of a world file on a given day. The file is taken to be valid: references are not checked here. */
export function oracleWorld(file: WorldFacts, today: string): OracleWorld {
  return {
    today,
    places: new Map((file.neighbourhoods ?? []).map(({ code, parent }) => [code, { code, parent: parent ?? null }])),
    tags: new Map((file.tags ?? []).map(({ id, kind }) => [id, { id, kind }])),
    partners: new Map(
      (file.partners ?? []).map(({ id, address, serviceAreas, tags }) => [
        id,
        { id, address: address?.neighbourhood ?? null, serviceAreas: serviceAreas ?? [], tags: tags ?? [] },
      ]),
    ),
    people: new Map(
      (file.users ?? []).map((user) => [
        plainEmail(user.email),
        { email: plainEmail(user.email), deactivated: user.deactivated ?? false },
      ]),
    ),
    roles: (file.roles ?? []).map((held) => ({
      user: plainEmail(held.user),
      role: held.role,
      neighbourhoods: held.neighbourhoods ?? [],
      partnerships: held.partnerships ?? [],
      partner: held.partner ?? null,
      endsOn: held.endsOn ?? null,
    })),
  };
}

/** Whether a place lies in an area: it, or something above it, is one of the area's places. Inheritance runs down only. */
export function liesIn(world: OracleWorld, code: string, area: readonly string[]): boolean {
  for (let place = world.places.get(code); place !== undefined; place = world.places.get(place.parent ?? "")) {
    if (area.includes(place.code)) {
      return true;
    }
  }
  return false;
}

/** The places of a partner: the neighbourhood of its address and those it serves, each once (places.md section 1). */
export function placesOf(partner: OraclePartner): string[] {
  return [...new Set([...(partner.address === null ? [] : [partner.address]), ...partner.serviceAreas])];
}

/** The partnership tags that a partner carries. */
export function partnershipsOf(world: OracleWorld, partner: OraclePartner): string[] {
  return partner.tags.filter((id) => world.tags.get(id)?.kind === "partnership");
}

/** Whether at least one place of the partner lies in the area. */
export function touches(world: OracleWorld, partner: OraclePartner, area: readonly string[]): boolean {
  return placesOf(partner).some((code) => liesIn(world, code, area));
}

/** Whether the partner has a place and every place of it lies in the area. */
export function isWhollyInside(world: OracleWorld, partner: OraclePartner, area: readonly string[]): boolean {
  const places = placesOf(partner);
  return places.length > 0 && places.every((code) => liesIn(world, code, area));
}
