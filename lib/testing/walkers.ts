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

/** What a step may need to know beforehand: two sessions, and the present version of each partner by its external id. */
export interface Known {
  readonly ownSession: string;
  readonly othersSession: string;
  readonly versions: Readonly<Record<string, number>>;
}

/** A server action, posted straight to its public address, with no page opened before. */
export interface ActionLine {
  /** Where it is exported, as `file#name`. */
  readonly action: string;
  readonly input: (known: Known) => Readonly<Record<string, string | number | readonly string[]>>;
  readonly about: string;
  readonly outcomes: Outcomes;
}

/** Where whoever is not signed in ends up. */
export const signIn = "to /sign-in";

/** The same for all who walk. */
export function everybody(outcome: Outcome): Outcomes {
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
export function signedIn(outcome: Outcome, exceptions: Partial<Outcomes> = {}): Outcomes {
  return { ...everybody(outcome), anonymous: signIn, deactivated: signIn, ...exceptions };
}

/** One outcome for some of those who walk, as an exception from everybody's. */
export function only(outcome: Outcome, some: readonly Walker[]): Partial<Outcomes> {
  return Object.fromEntries(some.map((walker) => [walker, outcome] as const));
}
