"use server";
import { redirect } from "next/navigation";
import { writeTransaction } from "@/db/client";
import { definePublicAction } from "@/lib/platform/action/public-action";
import { failure } from "@/lib/platform/action/result";
import { requestSource, requestUserAgent } from "@/lib/platform/request";
import {
  type CompletedSignIn,
  completeByCode,
  completeByLink,
  completeDemo,
  type SigningBrowser,
} from "@/lib/platform/sign-in/complete-sign-in";
import {
  clearChallengeCookie,
  clearSessionCookie,
  readChallengeCookie,
  readSessionCookie,
  writeChallengeCookie,
  writeSessionCookie,
} from "@/lib/platform/sign-in/cookies";
import { describeDevice } from "@/lib/platform/sign-in/device";
import { limitConfirming, requestSignIn } from "@/lib/platform/sign-in/request-sign-in";
import { safeReturnTo } from "@/lib/platform/sign-in/return-to";
import { endSessionOfToken } from "@/lib/platform/sign-in/sessions";
import { confirmLinkSchema, demoSignInSchema, requestSignInSchema, signInCodeSchema, signOutSchema } from "./schemas";

/** Says no more than a wrong code does, lest it tell a guesser when to stop; the person at the mail finds the way in. */
const USE_THE_LINK = "This code is not right. Use the link in the mail.";

/** Sends a sign-in mail and goes on to the page for the code, the same for every address. */
export const requestSignInAction = definePublicAction({
  name: "sign-in.request",
  input: requestSignInSchema,
  run: async ({ input, requestId }) => {
    const returnTo = safeReturnTo(input.returnTo);
    const requested = await requestSignIn({ email: input.email, returnTo, source: await requestSource(), requestId });
    if (requested.outcome === "wait") return failure("rate_limited", { message: requested.sentence });
    await writeChallengeCookie(requested.challengeId);
    return redirect("/sign-in/check");
  },
});

/** Signs in by the code from the mail, in the browser that asked for it. */
export const confirmCodeAction = definePublicAction({
  name: "sign-in.code",
  input: signInCodeSchema,
  run: async ({ input, requestId }) => {
    const limited = await limitConfirming(await requestSource());
    if (limited !== null) return failure("rate_limited", { message: limited });
    const challengeId = await readChallengeCookie();
    const done =
      challengeId === null ? "over" : await completeByCode(challengeId, input.code, await browser(requestId));
    if (done === "over") return failure("challenge_over");
    if (done === "spent") return failure("challenge_over", { message: "Too many wrong codes." });
    if (done === "wrong") return failure("code_wrong", { fields: { code: "This code is not right." } });
    if (done === "exhausted") return failure("code_wrong", { fields: { code: USE_THE_LINK } });
    return enter(done);
  },
});

/** Signs in by the link from the mail: the press of the button, never the opening of the page. */
export const confirmLinkAction = definePublicAction({
  name: "sign-in.link",
  input: confirmLinkSchema,
  run: async ({ input, requestId }) => {
    const limited = await limitConfirming(await requestSource());
    if (limited !== null) return failure("rate_limited", { message: limited });
    const done = await completeByLink(input.token, await browser(requestId));
    return done === null ? failure("challenge_over") : enter(done);
  },
});

/** Signs in to a demo account; outside the embedded demo it finds nothing. */
export const demoSignInAction = definePublicAction({
  name: "sign-in.demo",
  input: demoSignInSchema,
  run: async ({ input, requestId }) => {
    const done = await completeDemo(input.email, await browser(requestId));
    return done === null ? failure("not_found") : enter({ ...done, returnTo: safeReturnTo(input.returnTo) });
  },
});

/** Ends this session and leaves for the sign-in page; without a session it only leaves. */
export const signOutAction = definePublicAction({
  name: "sign-in.out",
  input: signOutSchema,
  run: async ({ requestId }) => {
    const token = await readSessionCookie();
    if (token !== null) {
      await writeTransaction({ actorId: null, requestId }, (tx) => endSessionOfToken(tx, token, requestId));
    }
    await clearSessionCookie();
    return redirect("/sign-in");
  },
});

async function browser(requestId: string): Promise<SigningBrowser> {
  const device = describeDevice(await requestUserAgent());
  return { device, oldToken: await readSessionCookie(), requestId };
}

async function enter({ session, returnTo }: CompletedSignIn): Promise<never> {
  await writeSessionCookie(session);
  await clearChallengeCookie();
  // A stored address is judged again: the row may be older than the rule.
  return redirect(safeReturnTo(returnTo));
}
