import "server-only";
import type { RefusalCode } from "@/lib/platform/errors";
import { demoEmail } from "./demo/people";

/**
 * Who walks: one person for each role, and two who may not come in at all. Nobody here is used by another browser test,
 * because the walk ends sessions. Manchester holds Hulme and Ardwick; Salford and Trafford lie beside it.
 */
export const walkers = {
  anonymous: null,
  deactivated: demoEmail("grace.ofori"),
  "no role": demoEmail("hannah.brightwell"),
  support: "walking.support@remit.example",
  root: demoEmail("idris.bowen"),
  /** Manchester and Salford. */
  "neighbourhood admin": demoEmail("seun.bakare"),
  /** Manchester, Salford and Trafford, for Green Neighbours and Youth Voice. */
  "partnership admin": demoEmail("devika.rao"),
  /** The Hulme Advice Desk. */
  "partner admin": demoEmail("winston.grant"),
} as const satisfies Record<string, string | null>;

/** One of those who walk. */
export type Walker = keyof typeof walkers;

/** What comes of a step: a status, a page that one is sent to, or what a server action answered. */
export type Outcome = 200 | 401 | 403 | 404 | `to ${string}` | "done" | RefusalCode;

/** What is expected for everybody who walks. */
export type Outcomes = Readonly<Record<Walker, Outcome>>;

/** A page or a route handler, asked in one way. */
export interface RouteLine {
  /** The method and the route as its file names it. */
  readonly route: `${"GET" | "POST"} /${string}`;
  /** The address asked for. */
  readonly path: string;
  readonly about: string;
  readonly outcomes: Outcomes;
}

/** A server action, posted straight to its public address, with no page opened before. */
export interface ActionLine {
  /** Where it is exported, as `file#name`. */
  readonly action: string;
  readonly input: (known: {
    readonly ownSession: string;
    readonly othersSession: string;
  }) => Readonly<Record<string, string>>;
  readonly about: string;
  readonly outcomes: Outcomes;
}

const signIn = "to /sign-in";

function everybody(outcome: Outcome): Outcomes {
  return {
    anonymous: outcome,
    deactivated: outcome,
    "no role": outcome,
    support: outcome,
    root: outcome,
    "neighbourhood admin": outcome,
    "partnership admin": outcome,
    "partner admin": outcome,
  };
}

/** What everybody who is signed in gets, but for the exceptions; the others are asked to sign in. */
function signedIn(outcome: Outcome, exceptions: Partial<Outcomes> = {}): Outcomes {
  return { ...everybody(outcome), anonymous: signIn, deactivated: signIn, ...exceptions };
}

/** Pages of one partner: who may see it sees them, for everybody else there is nothing at this address. */
function partnerPages(id: string, about: string, seenBy: readonly Walker[]): RouteLine[] {
  const outcomes = signedIn(404, Object.fromEntries(seenBy.map((walker) => [walker, 200] as const)));
  const path = `/places/partners/${id}`;
  return [
    { route: "GET /places/partners/[partnerId]", path, about, outcomes },
    { route: "GET /places/partners/[partnerId]/history", path: `${path}/history`, about, outcomes },
  ];
}

/** Every page and route handler there is × everybody who walks × in or out of reach. */
export const routeLines: readonly RouteLine[] = [
  { route: "GET /", path: "/", about: "the front door", outcomes: everybody("to /dashboard") },
  {
    route: "GET /sign-in",
    path: "/sign-in",
    about: "the way in",
    outcomes: { ...everybody("to /dashboard"), anonymous: 200, deactivated: 200 },
  },
  {
    route: "GET /sign-in/check",
    path: "/sign-in/check",
    about: "without having asked for a mail",
    outcomes: everybody(signIn),
  },
  {
    route: "GET /sign-in/confirm/[token]",
    path: "/sign-in/confirm/made-up",
    about: "a made-up link",
    outcomes: everybody(200),
  },
  { route: "GET /dashboard", path: "/dashboard", about: "one's own", outcomes: signedIn(200) },
  { route: "GET /account/sessions", path: "/account/sessions", about: "one's own", outcomes: signedIn(200) },
  { route: "GET /audit", path: "/audit", about: "the whole portal's", outcomes: signedIn(403, { root: 200 }) },
  { route: "GET /places/partners", path: "/places/partners", about: "those in reach", outcomes: signedIn(200) },
  ...partnerPages("hulme-advice-desk", "in Hulme, in no partnership", ["root", "neighbourhood admin", "partner admin"]),
  ...partnerPages("ardwick-climbers", "in Ardwick, of Youth Voice", [
    "root",
    "neighbourhood admin",
    "partnership admin",
  ]),
  ...partnerPages("brunswick-over-sixties", "in Ardwick, of Age Friendly", ["root", "neighbourhood admin"]),
  ...partnerPages("govan-river-skills", "in Glasgow, of Youth Voice", ["root"]),
  ...partnerPages("no-such-partner", "that does not exist", []),
  ...(
    [
      ["GET /places/partners/[partnerId]", "/places/partners/%E0%A4%A"],
      ["GET /places/partners/[partnerId]/history", "/places/partners/%E0%A4%A/history"],
      ["GET /sign-in/confirm/[token]", "/sign-in/confirm/%E0%A4%A"],
      ["GET /mailbox/[mailId]", "/mailbox/%FF"],
    ] as const
  ).map(([route, path]): RouteLine => ({ route, path, about: "that cannot be decoded", outcomes: everybody(404) })),
  { route: "GET /mailbox", path: "/mailbox", about: "the demo's letter box", outcomes: everybody(200) },
  {
    route: "GET /mailbox/[mailId]",
    path: "/mailbox/no-such-mail",
    about: "that does not exist",
    outcomes: everybody(404),
  },
  { route: "GET /api/auth/[...nextauth]", path: "/api/auth/session", about: "who one is", outcomes: everybody(200) },
  {
    route: "POST /api/auth/[...nextauth]",
    path: "/api/auth/signout",
    about: "without the token against forgery",
    outcomes: everybody("to /api/auth/signout"),
  },
  ...(["evaluation", "evaluations", "search/resource"] as const).map(
    (name): RouteLine => ({
      route: `POST /access/v1/${name}`,
      path: `/access/v1/${name}`,
      about: "without a key, which no session replaces",
      outcomes: everybody(401),
    }),
  ),
];

const sessions = "lib/people/sessions/actions.ts";
const entrance = "lib/people/sign-in/actions.ts";

/** Every server action there is × everybody who walks × own or another's. */
export const actionLines: readonly ActionLine[] = [
  {
    action: `${sessions}#endSessionAction`,
    about: "one's own session",
    input: ({ ownSession }) => ({ sessionId: ownSession }),
    outcomes: signedIn("done"),
  },
  {
    action: `${sessions}#endSessionAction`,
    about: "another person's session",
    input: ({ othersSession }) => ({ sessionId: othersSession }),
    outcomes: signedIn("not_found"),
  },
  {
    action: `${sessions}#endSessionAction`,
    about: "no session's id",
    input: () => ({ sessionId: "all of them" }),
    outcomes: signedIn("invalid"),
  },
  { action: `${sessions}#endOtherSessionsAction`, about: "one's own", input: () => ({}), outcomes: signedIn("done") },
  {
    action: `${entrance}#requestSignInAction`,
    about: "no address",
    input: () => ({ email: "me" }),
    outcomes: everybody("invalid"),
  },
  {
    action: `${entrance}#confirmCodeAction`,
    about: "no code",
    input: () => ({ code: "12" }),
    outcomes: everybody("invalid"),
  },
  {
    action: `${entrance}#confirmLinkAction`,
    about: "a made-up link",
    input: () => ({ token: "made-up" }),
    outcomes: everybody("challenge_over"),
  },
  {
    action: `${entrance}#demoSignInAction`,
    about: "nobody's account",
    input: () => ({ email: "nobody@remit.example" }),
    outcomes: everybody("not_found"),
  },
  {
    action: `${entrance}#demoSignInAction`,
    about: "a deactivated account",
    input: () => ({ email: walkers.deactivated }),
    outcomes: everybody("not_found"),
  },
  { action: `${entrance}#signOutAction`, about: "one's own session", input: () => ({}), outcomes: everybody(signIn) },
];
