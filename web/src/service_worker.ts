// Registers the service worker, where the build made one, when the page has nothing better to do.

interface Policy { createScriptURL(url: string): string }
interface TrustedTypes { createPolicy(name: string, rules: Policy): Policy }

export function registerServiceWorker(): void {
  const name = MANIFEST.serviceWorker;
  if (!name || !("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const register = () => {
    // The page's content security policy lets no plain text become a script's address, wherever Trusted Types exist.
    const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
    const policy = types?.createPolicy("crossfeed", { createScriptURL: (url) => url });
    // Without it the app works all the same: on a host that serves no script, or in a private window.
    navigator.serviceWorker.register(policy?.createScriptURL(name) ?? name).catch(() => {});
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
