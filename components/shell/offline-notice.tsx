"use client";
import { useSyncExternalStore } from "react";

/** Says, as long as the browser has no connection, that what one sees may be old and that nothing can be saved. */
export function OfflineNotice() {
  const online = useSyncExternalStore(listen, isOnline, assumeOnline);
  return (
    <div
      role="status"
      data-offline={online ? undefined : ""}
      className="pointer-events-none sticky top-12 z-(--z-bar) col-span-full mt-12 self-start row-span-full md:col-start-2 short:static print:hidden"
    >
      {!online && (
        <p className="border-b border-line bg-warning-soft px-4 py-1.5 text-center font-medium text-warning">
          You are offline. Nothing can be saved.
        </p>
      )}
    </div>
  );
}

function listen(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

const isOnline = () => navigator.onLine;

/** On the server: whoever reads this has just been reached. */
const assumeOnline = () => true;
