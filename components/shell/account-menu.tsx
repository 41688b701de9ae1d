import { KeyRound, LogOut, Monitor, MonitorSmartphone, Moon, Sun } from "lucide-react";
import { Menu } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import type { Theme } from "@/lib/people/theme/constants";
import { MY_ACCESS_PATH } from "@/lib/people/users/constants";
import { initialsOf } from "./initials";
import { type ThemeChoice, ThemeSwitch } from "./theme-switch";

/** Whom the menu speaks to, and what ends the session: a server action for a plain form. */
export type AccountMenuProps = {
  name: string;
  email: string;
  theme: Theme;
  signOut: (form: FormData) => Promise<unknown>;
};

const choices: readonly ThemeChoice[] = [
  { theme: "system", label: "System", icon: <Monitor aria-hidden /> },
  { theme: "light", label: "Light", icon: <Sun aria-hidden /> },
  { theme: "dark", label: "Dark", icon: <Moon aria-hidden /> },
];

/** The account menu: who one is here, the theme, one's sessions, and the way out. It opens without scripts. */
export function AccountMenu({ name, email, theme, signOut }: AccountMenuProps) {
  return (
    <Menu
      label={<Person name={name} />}
      buttonClassName="flex min-h-9 items-center gap-2 rounded-md px-1.5 font-medium select-none hover:bg-sunken md:pe-2.5 max-md:[&>.lucide]:hidden"
      panelClassName="w-64"
    >
      <div className="px-3.5 pt-1 pb-2.5">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-ink-muted wrap-anywhere">{email}</p>
      </div>
      <div className="px-3 pb-2.5">
        <ThemeSwitch chosen={theme} choices={choices} />
      </div>
      <div className="border-t border-line pt-1.5">
        {/* Whole page loads, which also close the menu without scripts. */}
        <a href={MY_ACCESS_PATH} className={menuItemClass}>
          <KeyRound aria-hidden />
          My access
        </a>
        <a href="/account/sessions" className={menuItemClass}>
          <MonitorSmartphone aria-hidden />
          My sessions
        </a>
        {/* What the action returns is for forms with fields; this one only leaves. */}
        <form action={signOut as (form: FormData) => Promise<void>}>
          <button type="submit" className={menuItemClass}>
            <LogOut aria-hidden />
            Sign out
          </button>
        </form>
      </div>
    </Menu>
  );
}

/** What the menu's button shows: the name, or only its initials where the bar is narrow. */
function Person({ name }: { name: string }) {
  return (
    <>
      <span
        aria-hidden="true"
        className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong"
      >
        {initialsOf(name)}
      </span>
      <span className="max-w-44 truncate max-md:sr-only">{name}</span>
      <span className="sr-only">: your account</span>
    </>
  );
}
