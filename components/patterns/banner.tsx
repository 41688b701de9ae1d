import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What a banner says by its colour and icon; the title always says it too. */
export type BannerTone = "info" | "success" | "warning" | "danger";

const tones: Readonly<Record<BannerTone, { icon: LucideIcon; look: string; ink: string }>> = {
  info: { icon: Info, look: "border-info/30 bg-info-soft", ink: "text-info" },
  success: { icon: CircleCheck, look: "border-success/30 bg-success-soft", ink: "text-success" },
  warning: { icon: TriangleAlert, look: "border-warning/30 bg-warning-soft", ink: "text-warning" },
  danger: { icon: CircleAlert, look: "border-danger/30 bg-danger-soft", ink: "text-danger" },
};

/** What a banner takes. */
export type BannerProps = {
  tone: BannerTone;
  title: ReactNode;
  /** Sentences or a list below the title. */
  children?: ReactNode;
  /** Buttons or links below the sentences. */
  actions?: ReactNode;
  /** `alert` where it appears after something that the person did; a banner that comes with its page is not announced. */
  role?: "alert" | "status";
};

/** Something about the whole page or form that must be read first: what it means in one line, then what to do. */
export function Banner({ tone, title, children, actions, role }: BannerProps) {
  const { icon: Icon, look, ink } = tones[tone];
  return (
    <div
      role={role}
      className={`grid grid-cols-[auto_1fr] content-start gap-x-2.5 gap-y-1 rounded-lg border px-4 py-3 ${look}`}
    >
      <Icon aria-hidden className={`mt-0.75 size-4 ${ink}`} />
      <div className={`font-semibold wrap-anywhere ${ink}`}>{title}</div>
      {children !== undefined && (
        <div className="col-start-2 grid max-w-prose gap-2 text-ink empty:hidden">{children}</div>
      )}
      {actions !== undefined && <div className="col-start-2 mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
