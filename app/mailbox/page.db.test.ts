import { isHTTPAccessFallbackError } from "next/dist/client/components/http-access-fallback/http-access-fallback";
import { expect, it } from "vitest";
import { settleEnv } from "@/env";
import { listMailbox } from "@/lib/platform/mail/mailbox";
import { requestSignIn } from "@/lib/platform/sign-in/request-sign-in";
import MailPage from "./[mailId]/page";
import MailboxPage from "./page";

it("the mailbox and every mail in it answer 404 outside the embedded demo, and are there within it", async () => {
  settleEnv({ ...process.env, DEMO: "1" });
  await requestSignIn({ email: "a@remit.example", returnTo: "/dashboard", source: "a test", requestId: "r-1" });
  const mailId = (await listMailbox(null))?.[0]?.id ?? "";
  const pages = [
    () => MailboxPage({ searchParams: Promise.resolve({}) }),
    () => MailPage({ params: Promise.resolve({ mailId }) }),
  ];
  for (const page of pages) {
    settleEnv({ ...process.env, DEMO: "1" });
    await expect(page()).resolves.toBeTruthy();
    settleEnv({ ...process.env, DEMO: "0" });
    await expect(page()).rejects.toSatisfy(isHTTPAccessFallbackError);
  }
});
