import { isHTTPAccessFallbackError } from "next/dist/client/components/http-access-fallback/http-access-fallback";
import { isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { settleEnv } from "@/env";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import FrameStatesPage from "./page";

const email = "root@remit.example";

beforeAll(() =>
  loadForTest({ users: [{ email, name: "Root" }], roles: [{ user: email, role: "root" }] }, { reset: true }),
);

/** The page as root gets it, where the setting says so or not. */
async function pageWith(DESIGN_PAGES: "0" | "1", state: string): Promise<string> {
  settleEnv({ ...process.env, DESIGN_PAGES });
  const cookies = { [sessionCookieName()]: (await signInForTest(email)).token };
  const searchParams = Promise.resolve({ state });
  const { result } = await inRequest({ cookies }, () => FrameStatesPage({ searchParams }));
  if (!isValidElement(result)) throw new Error("The page renders nothing.");
  return renderToStaticMarkup(result);
}

test("the states of the frame are not there unless the setting says otherwise, not even for root", async () => {
  expect(await pageWith("1", "")).toContain("States of the frame");
  for (const state of ["", "fault", "part"]) {
    await expect(pageWith("0", state), state).rejects.toSatisfy(isHTTPAccessFallbackError);
  }
});
