import { notFound, redirect } from "next/navigation";
import { isValidElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { log } from "@/lib/platform/log";
import { answerWithStatus } from "@/lib/platform/response-status";
import { inRequest } from "@/lib/testing/request";
import { definePage } from "./define-page";

vi.mock("@/lib/platform/log", () => ({ log: { error: vi.fn() } }));
vi.mock("@/lib/platform/response-status", () => ({ answerWithStatus: vi.fn(() => true) }));

beforeEach(() => vi.clearAllMocks());

const request = { headers: { "x-request-id": "r-45", "x-remit-path": "/places/partners?q=secret" } };

/** The page that a request gets, as HTML. */
async function visit(page: () => Promise<ReactNode>): Promise<string> {
  const { result } = await inRequest(request, page);
  return isValidElement(result) ? renderToStaticMarkup(result) : "";
}

it("passes on what a page renders, and what it was given", async () => {
  const page = definePage(async (word: string) => `a ${word}`);
  expect((await inRequest(request, () => page("page"))).result).toBe("a page");
  expect(answerWithStatus).not.toHaveBeenCalled();
});

it("a page that throws is logged once under the request's id and answered with words, that id and status 500", async () => {
  const fault = new Error("no such column: password");
  const html = await visit(
    definePage(async () => {
      throw fault;
    }),
  );
  expect(html).toContain("Something went wrong");
  expect(html).toContain("r-45");
  expect(html).not.toContain("password");
  expect(html).toContain('href="/places/partners?q=secret"');
  expect(answerWithStatus).toHaveBeenCalledExactlyOnceWith(500);
  // What somebody searched for is theirs, and no matter of the log.
  const entry = { page: "/places/partners", requestId: "r-45", error: fault };
  expect(log.error).toHaveBeenCalledExactlyOnceWith(entry, expect.any(String));
});

it("redirects and the framework's refusals go through", async () => {
  const leaving = definePage(async () => redirect("/sign-in"));
  expect((await inRequest(request, leaving)).redirectedTo).toBe("/sign-in");
  await expect(
    inRequest(
      request,
      definePage(async () => notFound()),
    ),
  ).rejects.toMatchObject({
    digest: expect.stringContaining("404"),
  });
  expect(log.error).not.toHaveBeenCalled();
});
