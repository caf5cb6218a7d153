// Chromium's accessibility tree (CDP Accessibility.getFullAXTree) as nodes with children: what a screen reader is given.

/** `role` is lower-case; `props` holds states and properties by name; ignored nodes give way to their children. */
export function treeOf(axNodes) {
  const byId = new Map(axNodes.map((node) => [node.nodeId, node]));
  const made = new Map();
  const make = (raw) => {
    const node = {
      role: (raw.role?.value ?? '').toLowerCase(),
      name: oneLine(raw.name?.value),
      description: oneLine(raw.description?.value),
      value: raw.value?.value ?? null,
      props: Object.fromEntries((raw.properties ?? []).map(({ name, value }) => [name, value.value])),
      backendId: raw.backendDOMNodeId ?? null,
      children: [],
    };
    made.set(raw.nodeId, node);
    node.children = childrenOf(raw);
    return node;
  };
  const childrenOf = (raw) =>
    (raw.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      if (child === undefined) return [];
      return child.ignored ? childrenOf(child) : [make(child)];
    });
  const root = axNodes.find((node) => node.parentId === undefined);
  return root === undefined ? null : make(root);
}

const oneLine = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

export function* nodesOf(node) {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

export function findNode(root, wanted) {
  for (const node of nodesOf(root)) if (wanted(node)) return node;
  return null;
}

/** The innermost node with the focus. */
export function focusedNode(root) {
  let found = null;
  for (const node of nodesOf(root)) if (node.props.focused === true) found = node;
  return found;
}
