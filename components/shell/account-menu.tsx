import { Menu } from "./menu";

/** Whom the menu speaks to, and what ends the session: a server action for a plain form. */
export type AccountMenuProps = { name: string; email: string; signOut: (form: FormData) => Promise<unknown> };

/** The account menu: opens without scripts, closes on Escape and with the page that its links lead to. */
export function AccountMenu({ name, email, signOut }: AccountMenuProps) {
  return (
    <Menu>
      <summary className="flex min-h-9 max-w-48 items-center gap-1.5 rounded-md px-2.5 hover:bg-sunken sm:max-w-64">
        <span className="truncate font-medium">{name}</span>
        <span aria-hidden="true" className="text-ink-muted">
          ▾
        </span>
        <span className="sr-only">: your account</span>
      </summary>
      <div className="absolute right-0 z-10 mt-1 w-60 rounded-lg border border-line bg-surface py-1.5 shadow-menu">
        <p className="border-b border-line px-4 pb-2 text-sm text-ink-muted wrap-anywhere">{email}</p>
        <a href="/account/sessions" className="flex min-h-9 items-center px-4 hover:bg-sunken">
          My sessions
        </a>
        {/* What the action returns is for forms with fields; this one only leaves. */}
        <form action={signOut as (form: FormData) => Promise<void>}>
          <button type="submit" className="flex min-h-9 w-full items-center px-4 text-left hover:bg-sunken">
            Sign out
          </button>
        </form>
      </div>
    </Menu>
  );
}
