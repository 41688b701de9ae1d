import "server-only";
import { judge } from "./judge";
import type { Judgement } from "./judgement";
import { type OracleWorld, oracleWorld } from "./world";

/** The day on which the example is judged. */
const EXAMPLE_DAY = "2030-06-15";

/**
 * A small world that the sentences of the rules are tried on. England > North > Manchester > Hulme, Ardwick; North >
 * Salford > Ordsall; Wales apart. Each partner's id says where it is and which partnerships it carries.
 */
const exampleWorld: OracleWorld = oracleWorld(
  {
    neighbourhoods: [
      { code: "england" },
      { code: "north", parent: "england" },
      { code: "manchester", parent: "north" },
      { code: "hulme", parent: "manchester" },
      { code: "ardwick", parent: "manchester" },
      { code: "salford", parent: "north" },
      { code: "ordsall", parent: "salford" },
      { code: "wales" },
    ],
    tags: [
      { id: "age", kind: "partnership" },
      { id: "green", kind: "partnership" },
      { id: "c1", kind: "category" },
      { id: "c2", kind: "category" },
      { id: "c3", kind: "category" },
      { id: "c4", kind: "category" },
      { id: "ramp", kind: "facility" },
    ],
    users: [
      ...[
        "root",
        "manchester",
        "hulme",
        "age",
        "age2",
        "cook",
        "cook2",
        "plain",
        "past",
        "half",
        "mixed",
        "helper",
        "brief",
      ].map((name) => ({ email: `${name}@people.example` })),
      { email: "gone@people.example", deactivated: true },
    ],
    partners: [
      { id: "in-hulme", address: { neighbourhood: "hulme" } },
      { id: "serves-hulme", serviceAreas: ["hulme"], tags: ["c1", "c2", "c3"] },
      { id: "spanning", address: { neighbourhood: "hulme" }, serviceAreas: ["ordsall"] },
      { id: "from-ordsall", address: { neighbourhood: "ordsall" }, serviceAreas: ["hulme"] },
      { id: "hulme-age", address: { neighbourhood: "hulme" }, tags: ["age"] },
      { id: "hulme-age-green", address: { neighbourhood: "hulme" }, tags: ["age", "green"] },
      { id: "spanning-age", address: { neighbourhood: "hulme" }, serviceAreas: ["ordsall"], tags: ["age"] },
      { id: "ordsall-green", address: { neighbourhood: "ordsall" }, tags: ["green"] },
      { id: "ordsall-age", address: { neighbourhood: "ordsall" }, tags: ["age"] },
      { id: "at-manchester", address: { neighbourhood: "manchester" } },
      { id: "placeless" },
    ],
    roles: [
      { user: "root@people.example", role: "root" },
      { user: "gone@people.example", role: "root" },
      { user: "brief@people.example", role: "root", endsOn: "2030-07-15" },
      { user: "manchester@people.example", role: "neighbourhood_admin", neighbourhoods: ["manchester"] },
      { user: "hulme@people.example", role: "neighbourhood_admin", neighbourhoods: ["hulme"] },
      { user: "past@people.example", role: "neighbourhood_admin", neighbourhoods: ["hulme"], endsOn: "2030-06-14" },
      { user: "age@people.example", role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: ["age"] },
      { user: "age2@people.example", role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: ["age"] },
      { user: "age2@people.example", role: "partnership_admin", neighbourhoods: ["salford"], partnerships: ["green"] },
      { user: "half@people.example", role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: [] },
      { user: "half@people.example", role: "partnership_admin", neighbourhoods: [], partnerships: ["age"] },
      { user: "cook@people.example", role: "partner_admin", partner: "in-hulme" },
      { user: "cook@people.example", role: "partner_admin", partner: "hulme-age-green" },
      { user: "cook@people.example", role: "partner_admin", partner: "placeless" },
      { user: "cook2@people.example", role: "partner_admin", partner: "in-hulme", endsOn: "2030-06-15" },
      { user: "helper@people.example", role: "partner_admin", partner: "ordsall-green" },
      { user: "mixed@people.example", role: "neighbourhood_admin", neighbourhoods: ["salford"] },
      {
        user: "mixed@people.example",
        role: "partnership_admin",
        neighbourhoods: ["manchester"],
        partnerships: ["age"],
      },
      { user: "mixed@people.example", role: "partner_admin", partner: "in-hulme" },
    ],
  },
  EXAMPLE_DAY,
);

/** One line of a table: the sentence, who asks what of which record (`type/id`), the answer, and what is proposed. */
export type ExampleLine = readonly [
  sentence: string,
  actor: string,
  action: string,
  resource: string,
  answer: string,
  proposed?: Readonly<Record<string, unknown>>,
];

/** The oracle's answer to a line as one word or phrase: `allow`, `not_visible`, `deny invalid`, `confirm partner/x user/y`. */
export function answerTo([, actor, action, resource, , proposed]: ExampleLine): string {
  const [type = "", id = ""] = resource.split("/");
  const creates = action === "create";
  return inWords(
    judge(exampleWorld, {
      actor: `${actor}@people.example`,
      action,
      resource: {
        type,
        id: type === "user" && id !== "new" ? `${id.replace("@people.example", "")}@people.example` : id,
        properties: creates ? proposed : undefined,
      },
      properties: creates ? undefined : proposed,
    }),
  );
}

function inWords(judgement: Judgement): string {
  switch (judgement.outcome) {
    case "deny":
      return `deny ${judgement.codes.map((either) => either.join("|")).join(" ")}`;
    case "confirm":
      return `confirm ${judgement.disappearing.map(({ type, id }) => `${type}/${id.replace("@people.example", "")}`).join(" ")}`;
    default:
      return judgement.outcome;
  }
}
