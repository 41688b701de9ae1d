import "server-only";
import { getURLFromRedirectError } from "next/dist/client/components/redirect";
import { isRedirectError } from "next/dist/client/components/redirect-error";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers";
import { MutableRequestCookiesAdapter } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";

/** What a test's request brings along. */
export type TestRequest = Readonly<{
  headers?: Readonly<Record<string, string>>;
  /** Cookies by name. */
  cookies?: Readonly<Record<string, string>>;
}>;

/** What came of it: the value returned or the address redirected to, and every cookie that the browser then has. */
export type TestAnswer<Result> = Readonly<{
  result: Result | null;
  redirectedTo: string | null;
  cookies: Readonly<Record<string, string>>;
}>;

/**
 * Runs `work` as if in a request that was sent to a server action: `headers()`, `cookies()`, `redirect()` and
 * `revalidatePath()` are the framework's own and work as they do there. Leans on the framework's insides, so that tests
 * call the very actions that pages post to instead of a copy of them.
 */
export async function inRequest<Result>(
  request: TestRequest,
  work: () => Promise<Result>,
): Promise<TestAnswer<Result>> {
  const sent = new Headers(request.headers);
  const pairs = Object.entries(request.cookies ?? {}).map(([name, value]) => `${name}=${value}`);
  if (pairs.length > 0) sent.set("cookie", pairs.join("; "));
  const jar = MutableRequestCookiesAdapter.wrap(new RequestCookies(sent));
  const unit = {
    type: "request",
    phase: "action",
    headers: HeadersAdapter.seal(sent),
    cookies: jar,
    mutableCookies: jar,
    userspaceMutableCookies: jar,
  };
  const done = await workAsyncStorage.run(storeOf({ route: "/test", page: "/test/page", incrementalCache: {} }), () =>
    workUnitAsyncStorage.run(storeOf(unit), () => settle(work)),
  );
  return { ...done, cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])) };
}

async function settle<Result>(work: () => Promise<Result>) {
  try {
    return { result: await work(), redirectedTo: null };
  } catch (thrown) {
    if (!isRedirectError(thrown)) throw thrown;
    return { result: null, redirectedTo: getURLFromRedirectError(thrown) };
  }
}

/** Only the parts that requests read are there; the framework's own type asks for all of its rendering state. */
function storeOf<Store>(parts: object): Store {
  return parts as Store;
}
