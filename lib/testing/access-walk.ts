import "server-only";
import { neighbourhoodActionLines, neighbourhoodRouteLines } from "./access-walk-neighbourhoods";
import { partnerActionLines, partnerRouteLines } from "./access-walk-partners";
import { peopleActionLines, peopleRouteLines } from "./access-walk-people";
import { placeRouteLines } from "./access-walk-places";
import { type ActionLine, everybody, type RouteLine, signedIn, signIn, walkers } from "./walkers";

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
  // Root may open every dashboard, everybody else those of their own roles.
  ...(
    [
      ["root", null],
      ["neighbourhood", "neighbourhood admin"],
      ["partnership", "partnership admin"],
      ["partner", "partner admin"],
    ] as const
  ).map(([name, holder]): RouteLine => {
    const outcomes = signedIn(403, { root: 200, ...(holder === null ? {} : { [holder]: 200 }) });
    return { route: "GET /dashboard/[role]", path: `/dashboard/${name}`, about: `of ${name}`, outcomes };
  }),
  { route: "GET /dashboard/[role]", path: "/dashboard/viewer", about: "of no role", outcomes: signedIn(404) },
  ...["/no-such-page", "/places/no-such-noun", "/api/no-such-thing"].map(
    (path): RouteLine => ({
      route: "GET /[...missing]",
      path,
      about: "that nothing answers",
      outcomes: everybody(404),
    }),
  ),
  { route: "GET /design/frame", path: "/design/frame", about: "in the tests", outcomes: signedIn(200) },
  { route: "GET /account/access", path: "/account/access", about: "one's own", outcomes: signedIn(200) },
  { route: "GET /account/sessions", path: "/account/sessions", about: "one's own", outcomes: signedIn(200) },
  { route: "GET /search", path: "/search?q=m", about: "one's own remit", outcomes: signedIn(200) },
  {
    route: "GET /api/palette",
    path: "/api/palette?q=m",
    about: "one's own remit",
    outcomes: signedIn(200, { anonymous: 401, deactivated: 401 }),
  },
  { route: "GET /mail", path: "/mail", about: "the whole portal's", outcomes: signedIn(403, { root: 200 }) },
  { route: "GET /audit", path: "/audit", about: "the whole portal's", outcomes: signedIn(403, { root: 200 }) },
  ...partnerRouteLines,
  ...placeRouteLines,
  ...neighbourhoodRouteLines,
  ...peopleRouteLines,
  ...(
    [
      ["GET /places/partners/[partnerId]", "/places/partners/%E0%A4%A"],
      ["GET /places/partners/[partnerId]/history", "/places/partners/%E0%A4%A/history"],
      ["GET /people/[userId]", "/people/%E0%A4%A"],
      ["GET /sign-in/confirm/[token]", "/sign-in/confirm/%E0%A4%A"],
      ["GET /mailbox/[mailId]", "/mailbox/%FF"],
    ] as const
  ).map(([route, path]): RouteLine => ({ route, path, about: "that cannot be decoded", outcomes: everybody(404) })),
  { route: "GET /design", path: "/design", about: "where the setting asks for it", outcomes: everybody(200) },
  { route: "GET /design/empty", path: "/design/empty", about: "likewise", outcomes: everybody(200) },
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
const theme = "lib/people/theme/actions.ts";

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
  {
    action: `${theme}#chooseThemeAction`,
    about: "this browser's theme",
    input: () => ({ theme: "dark" }),
    outcomes: everybody("done"),
  },
  {
    action: `${theme}#chooseThemeAction`,
    about: "no theme",
    input: () => ({ theme: "pink" }),
    outcomes: everybody("invalid"),
  },
  ...partnerActionLines,
  ...peopleActionLines,
  ...neighbourhoodActionLines,
  { action: `${entrance}#signOutAction`, about: "one's own session", input: () => ({}), outcomes: everybody(signIn) },
];
