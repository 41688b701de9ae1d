import "server-only";
import { type DemoPerson, demoEmail } from "./demo/people";
import { type ActionLine, type Outcomes, only, type RouteLine, signedIn, type Walker } from "./walkers";

const areaAdmins: readonly Walker[] = ["root", "neighbourhood admin", "partnership admin"];

interface PartnerPages {
  readonly id: string;
  readonly about: string;
  /** For everybody else there is nothing at this address. */
  readonly seenBy: readonly Walker[];
  /** Those of them who may not delete it. */
  readonly notDeletedBy?: readonly Walker[];
}

/** The pages of one partner: what one sees and may do is there, what one sees and may not do is refused. */
function partnerPages({ id, about, seenBy, notDeletedBy = [] }: PartnerPages): RouteLine[] {
  const line = (
    page: "" | "history" | "people" | "people/new" | "edit" | "hide" | "delete",
    refused: readonly Walker[],
  ): RouteLine => {
    const end = page === "" ? "" : (`/${page}` as const);
    const outcomes = signedIn(404, { ...only(200, seenBy), ...only(403, refused) });
    return { route: `GET /places/partners/[partnerId]${end}`, path: `/places/partners/${id}${end}`, about, outcomes };
  };
  const own = seenBy.filter((walker) => walker === "partner admin");
  return [
    line("", []),
    line("history", []),
    line("people", []),
    line("people/new", []),
    line("edit", []),
    line("hide", own),
    line("delete", notDeletedBy),
  ];
}

/** The question whether to take somebody off a partner: for those who see both, where that person is its admin. */
function removal(id: string, person: DemoPerson, seenBy: readonly Walker[]): RouteLine {
  return {
    route: "GET /places/partners/[partnerId]/people/[userId]/remove",
    path: `/places/partners/${id}/people/${demoEmail(person)}/remove`,
    about: seenBy.length === 0 ? "who is no admin of it" : "who is its admin",
    outcomes: signedIn(404, only(200, seenBy)),
  };
}

/** The pages of partners × everybody who walks × in or out of reach. */
export const partnerRouteLines: readonly RouteLine[] = [
  { route: "GET /places/partners", path: "/places/partners", about: "those in reach", outcomes: signedIn(200) },
  {
    route: "GET /places/partners/new",
    path: "/places/partners/new",
    about: "for those who may make one somewhere",
    outcomes: signedIn(403, only(200, areaAdmins)),
  },
  ...partnerPages({
    id: "hulme-advice-desk",
    about: "in Hulme, in no partnership",
    seenBy: ["root", "neighbourhood admin", "partner admin"],
  }),
  removal("hulme-advice-desk", "winston.grant", ["root", "neighbourhood admin", "partner admin"]),
  removal("hulme-advice-desk", "kwame.mensah", []),
  removal("bridging-ages", "dorothea.pinnock", areaAdmins),
  removal("govan-river-skills", "eilidh.rennie", ["root"]),
  ...partnerPages({ id: "ardwick-climbers", about: "in Ardwick, of Youth Voice", seenBy: areaAdmins }),
  ...partnerPages({
    id: "leaf-street-repair-cafe",
    about: "in Hulme and Old Trafford, of Green Neighbours",
    seenBy: areaAdmins,
    notDeletedBy: ["neighbourhood admin"],
  }),
  ...partnerPages({
    id: "bridging-ages",
    about: "in Hulme, of Age Friendly and Youth Voice",
    seenBy: areaAdmins,
    notDeletedBy: ["partnership admin"],
  }),
  ...partnerPages({
    id: "brunswick-over-sixties",
    about: "in Ardwick, of Age Friendly",
    seenBy: ["root", "neighbourhood admin"],
  }),
  ...partnerPages({ id: "govan-river-skills", about: "in Glasgow, of Youth Voice", seenBy: ["root"] }),
  ...partnerPages({ id: "no-such-partner", about: "that does not exist", seenBy: [] }),
];

/** A version that no partner reaches: whoever may act on the partner is told of a conflict, and nothing happens. */
const longGone = 1_000_000;

const actions = "lib/places/partners/actions.ts";

/** An act on one partner: for all who see it the one outcome, for the exceptions theirs, for the rest nothing is there. */
function acts(
  name: string,
  about: string,
  input: ActionLine["input"],
  ...outcomes: readonly Partial<Outcomes>[]
): ActionLine {
  const merged = Object.assign({}, ...outcomes) as Partial<Outcomes>;
  return { action: `${actions}#${name}Action`, about, input, outcomes: signedIn("not_found", merged) };
}

/** A part that one may not change beside a place that does not exist: root is told of the latter, and nothing is saved. */
function forbiddenPart(id: string, part: Readonly<Record<string, string>>): ActionLine["input"] {
  return ({ versions }) => ({ partnerId: id, version: versions[id] ?? 0, addNeighbourhoods: "nowhere", ...part });
}

/**
 * The acts on partners × everybody who walks × in or out of reach. None of them changes anything: what is allowed ends
 * in a conflict (an old version, a state that is there already) or in what nobody may do (a name that is taken).
 */
export const partnerActionLines: readonly ActionLine[] = [
  {
    action: `${actions}#createPartnerAction`,
    about: "in Hulme, under a name that is taken",
    input: () => ({ name: "Hulme Advice Desk", addNeighbourhoods: "E05011368" }),
    outcomes: signedIn("forbidden", only("invalid", ["root", "neighbourhood admin"])),
  },
  {
    action: `${actions}#createPartnerAction`,
    about: "in Hulme for Youth Voice, under a name that is taken",
    input: () => ({ name: "Hulme Advice Desk", addNeighbourhoods: "E05011368", addTags: "youth-voice" }),
    outcomes: signedIn("forbidden", only("invalid", ["root", "partnership admin"])),
  },
  {
    action: `${actions}#createPartnerAction`,
    about: "in Glasgow for Youth Voice, under a name that is taken",
    input: () => ({ name: "Hulme Advice Desk", addNeighbourhoods: "S13002971", addTags: "youth-voice" }),
    outcomes: signedIn("forbidden", { root: "invalid" }),
  },
  ...(
    [
      ["hulme-advice-desk", ["root", "neighbourhood admin", "partner admin"]],
      ["ardwick-climbers", areaAdmins],
      ["brunswick-over-sixties", ["root", "neighbourhood admin"]],
      ["govan-river-skills", ["root"]],
      ["no-such-partner", []],
    ] as const
  ).map(([id, seenBy]) =>
    acts(
      "updatePartner",
      `${id}, in an old version`,
      () => ({ partnerId: id, version: longGone, name: "Walked over" }),
      only("conflict", seenBy),
    ),
  ),
  acts(
    "updatePartner",
    "the public address of hulme-advice-desk",
    forbiddenPart("hulme-advice-desk", { slug: "walked" }),
    only("forbidden", ["neighbourhood admin", "partner admin"]),
    { root: "invalid" },
  ),
  acts(
    "updatePartner",
    "a partnership of ardwick-climbers that is not theirs",
    forbiddenPart("ardwick-climbers", { addTags: "age-friendly" }),
    only("forbidden", ["neighbourhood admin", "partnership admin"]),
    { root: "invalid" },
  ),
  acts(
    "hidePartner",
    "one that is hidden already, in Moss Side, of Age Friendly",
    () => ({ partnerId: "alexandra-park-bowls", reason: "Walked over." }),
    only("conflict", ["root", "neighbourhood admin"]),
  ),
  acts(
    "unhidePartner",
    "one that is shown already, in Hulme",
    () => ({ partnerId: "hulme-advice-desk" }),
    only("conflict", ["root", "neighbourhood admin"]),
    { "partner admin": "forbidden" },
  ),
  acts(
    "deletePartner",
    "hulme-advice-desk, in an old version",
    () => ({ partnerId: "hulme-advice-desk", version: longGone }),
    only("conflict", ["root", "neighbourhood admin", "partner admin"]),
  ),
  acts(
    "deletePartner",
    "one in Hulme and Old Trafford, in an old version",
    () => ({ partnerId: "leaf-street-repair-cafe", version: longGone }),
    only("conflict", ["root", "partnership admin"]),
    { "neighbourhood admin": "forbidden" },
  ),
  acts(
    "deletePartner",
    "one of Age Friendly and Youth Voice, in an old version",
    () => ({ partnerId: "bridging-ages", version: longGone }),
    only("conflict", ["root", "neighbourhood admin"]),
    { "partnership admin": "forbidden" },
  ),
];
