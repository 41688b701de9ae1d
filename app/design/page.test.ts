import { expect, test } from "vitest";
import { settleEnv } from "@/env";
import EmptyPage from "./empty/page";
import DesignPage from "./page";

const settings = {
  DATABASE_URL: "postgres://remit:x@db.example/remit",
  APP_URL: "https://portal.example",
  AUTH_SECRET: "a secret that is long enough to be one",
  SMTP_URL: "smtp://mail.example",
};

/** How the framework is told that there is nothing at an address. */
const missing = expect.objectContaining({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });

test.each([
  ["/design", DesignPage],
  ["/design/empty", EmptyPage],
])("%s answers 404 unless the setting says otherwise", (_path, page) => {
  settleEnv(settings);
  expect(() => page()).toThrow(missing);
  settleEnv({ ...settings, DESIGN_PAGES: "1" });
  expect(page()).toBeTruthy();
});
