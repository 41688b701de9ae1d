import { ActionForm } from "@/components/patterns/action-form";
import { demoSignInAction } from "@/lib/people/sign-in/actions";
import type { DemoAccount } from "@/lib/platform/sign-in/constants";

/** The demo's accounts, one button each. `returnTo` is the page that was asked for before signing in. */
export function DemoAccounts({ accounts, returnTo }: { accounts: readonly DemoAccount[]; returnTo: string }) {
  return (
    <section aria-labelledby="demo-accounts" className="grid gap-3 border-t border-line pt-5">
      <h2 id="demo-accounts" className="text-base font-semibold">
        Or look around as
      </h2>
      <ul className="grid gap-2">
        {accounts.map(({ role, email, name }) => (
          <li key={email} className="grid grid-cols-[1fr_auto] items-center gap-3">
            <span>
              <span className="block">{name}</span>
              <span className="block text-sm text-ink-muted">{role}</span>
            </span>
            <ActionForm action={demoSignInAction} fields={{ email, returnTo }} label={`Sign in as ${name}, ${role}`}>
              Sign in
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
