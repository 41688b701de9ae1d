import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { sessionCookieForTest } from "@/lib/testing/sessions";
import { outcomeOfAction } from "@/lib/testing/walking";

/** Signs the page's browser in as somebody of the demo world, without mail and clicks. `device` is how My sessions names it. */
export async function signInAs(page: Page, email: string, device?: string): Promise<void> {
  const cookie = await sessionCookieForTest(email, device);
  await page.context().addCookies([{ ...cookie, url: portalAddress(), httpOnly: true, sameSite: "Lax" }]);
}

/** The origin of the portal under test. */
export function portalAddress(): string {
  const address = process.env.REMIT_E2E_URL;
  if (address === undefined) throw new Error("Start the browser tests with: npm run test:e2e");
  return address;
}

/**
 * Waits until the page's scripts have taken its elements over, which React marks on each of them. It does so in slices:
 * the first may be marked before any of them listens, so that the browser has to be idle as well.
 */
export async function untilScriptsRun(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const main = document.querySelector("main");
    const marked = main !== null && Object.keys(main).some((key) => key.startsWith("__react"));
    if (marked) await new Promise((resolve) => requestIdleCallback(resolve));
    return marked;
  });
}

/** Holds back what the page asks for from now on, until the function that it gives is called. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  const gate: { open: () => void } = { open: () => undefined };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  await page.route(address, async (route) => {
    await opened;
    await route.continue();
  });
  return gate.open;
}

/** Fills in the sign-in form and waits for the page that tells to check one's e-mail. */
export async function askForMail(page: Page, email: string, path = "/sign-in"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your e-mail" })).toBeVisible();
}

/** The latest mail to an address, as plain text, out of the demo's mailbox. */
export async function readLatestMail(request: APIRequestContext, email: string): Promise<string> {
  const list = await (await request.get(`/mailbox?to=${encodeURIComponent(email)}`)).text();
  const mailId = /href="\/mailbox\/([0-9a-f-]{36})"/.exec(list)?.[1];
  if (mailId === undefined) throw new Error(`The mailbox holds no mail to ${email}.`);
  const opened = await (await request.get(`/mailbox/${mailId}`)).text();
  return /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(opened)?.[1] ?? "";
}

/** Link and code of the latest sign-in mail to an address. */
export async function readSignInMail(
  request: APIRequestContext,
  email: string,
): Promise<{ link: string; code: string }> {
  const text = await readLatestMail(request, email);
  const token = /\/sign-in\/confirm\/([\w-]{43})/.exec(text)?.[1];
  const code = /^(\d{6})$/m.exec(text)?.[1];
  if (token === undefined || code === undefined) throw new Error(`The mail to ${email} lacks link or code.`);
  return { link: `/sign-in/confirm/${token}`, code };
}

/** A request as a browser sends it from our own pages, without following redirects. An empty header is left out. */
export function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Response> {
  const all = { ...(method === "GET" ? {} : { origin: portalAddress() }), ...headers };
  return fetch(new URL(path, portalAddress()), {
    method,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")),
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
}

/** Where a server action is reached: its id, and a page that carries it. */
export type ActionAddress = { id: string; page: string };

/** Posts to a server action as a browser's scripts do, past every form. */
export function postAction(
  { id, page }: ActionAddress,
  input: object,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  // The wire form of a call: the previous result and what the form holds.
  const body = JSON.stringify([null, input]);
  return send("POST", page, { "next-action": id, "content-type": "text/plain;charset=UTF-8", ...headers }, body);
}

/**
 * The action that the form with this button posts to, read out of a page as it comes to somebody without scripts.
 * @param button what the button says, or the beginning of it.
 */
export async function actionOf(email: string, page: string, button: string): Promise<ActionAddress> {
  const html = await (await send("GET", page, { cookie: await cookieOf(email) })).text();
  const form = html
    .split("<form")
    .slice(1)
    .find((part) => part.split("</form>")[0]?.includes(`>${button}`));
  const id = /&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec(form ?? "")?.[1];
  if (id === undefined) throw new Error(`${page} holds no form with the button ${button}.`);
  return { id, page };
}

/** Posts to a server action as somebody, past every form, and says what it answered. */
export async function postAs(email: string, action: ActionAddress, input: object): Promise<string> {
  return String(await outcomeOfAction(await postAction(action, input, { cookie: await cookieOf(email) })));
}

async function cookieOf(email: string): Promise<string> {
  const { name, value } = await sessionCookieForTest(email);
  return `${name}=${value}`;
}
