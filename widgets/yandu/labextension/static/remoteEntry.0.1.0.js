// The entry that JupyterLab loads: a module-federation container, written by hand.
//
// It must never fail. JupyterLab awaits get() before it starts, and shows a blank page
// if what comes back is not a list of plugins; so every fault of ours ends here, as a
// notice in the page and an empty list. The real code is in plugin.js.
//
// The version is part of the file name because this URL is cached; the modules below
// are served with "no-cache" and always looked up afresh.
(() => {
  const here = document.currentScript.src;
  const LOAD_SECONDS = 15;
  let shared = {};

  const load = (name) => import(new URL(name, here).href);

  // JupyterLab sets a field on what get()() returns, and asks hasOwnProperty for
  // __esModule: a plain object, not a module's namespace.
  const extension = (plugins) => () => ({ __esModule: true, default: plugins });

  async function notice(error) {
    console.error("yandu:", error);
    if (document.getElementById("yandu-notice")) return;
    const box = document.createElement("div");
    box.id = "yandu-notice";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;right:16px;bottom:40px;z-index:20000;max-width:30em;" +
      "padding:10px 14px;border:1px solid #888;background:#fff;color:#222;" +
      "font:14px/1.6 system-ui,sans-serif;white-space:pre-line;cursor:pointer";
    box.textContent = `yandu: ${error}`;
    box.onclick = () => box.remove();
    document.body.append(box);
    // The plain words, if the catalogue itself is not what is broken.
    const { default: messages } = await load("messages.js").catch(() => ({}));
    const words = messages?.load_failed;
    if (words) box.textContent = `${words.zh}\n${words.en}\n(${error})`;
  }

  function timeLimit() {
    return new Promise((_, reject) => {
      const error = new Error("plugin.js did not load in time");
      setTimeout(() => reject(error), LOAD_SECONDS * 1000);
    });
  }

  async function plugins() {
    const { createPlugin } = await load("plugin.js");
    const plugin = await createPlugin(shared, notice);
    const activate = async (...given) => {
      try {
        await plugin.activate(...given);
      } catch (error) {
        await notice(error);
      }
    };
    return [{ ...plugin, activate }];
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.yandu = {
    // Nothing is loaded here: JupyterLab adds its own "load" listener only after
    // init(), and an import() does not hold that event back.
    init(scope) {
      shared = scope;
    },
    async get() {
      try {
        return extension(await Promise.race([plugins(), timeLimit()]));
      } catch (error) {
        notice(error).catch(console.error);
        return extension([]);
      }
    },
  };
})();
