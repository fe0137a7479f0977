// What every instance of a card carries of its own: how it comes by the kit. `kit.py` puts
// the card's own module where the two capitalised marks stand.
const loaded = async (kit) => {
  const style = document.getElementById("yd-kit") ?? document.createElement("style");
  style.id = "yd-kit";
  style.textContent = kit.get("style");
  document.head.append(style);
  const script = new Blob([kit.get("script")], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
};

export default {
  render: async (context) => {
    const id = context.model.get("kit").replace("IPY_MODEL_", "");
    const kit = await context.model.widget_manager.get_model(id);
    const { NAMES } = await (kit.loaded ??= loaded(kit));
    BODY
  },
};
