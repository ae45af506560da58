// The text editor's tool for abbreviations: asks what the chosen letters stand for, and shows it again at a click.
(() => {
  const { Component, createElement } = window.React;
  const { EditorState, Modifier } = window.DraftJS;
  const { DraftUtils, TooltipEntity, registerPlugin } = window.draftail;

  class AbbreviationSource extends Component {
    componentDidMount() {
      const { editorState, entityType, entity, entityKey, onComplete, onClose } = this.props;
      const chosen = entityKey ? DraftUtils.getEntitySelection(editorState, entityKey) : editorState.getSelection();
      if (chosen.isCollapsed()) {
        window.alert(entityType.hint);
        onClose();
        return;
      }
      const title = window.prompt(entityType.question, entity ? entity.getData().title : "")?.trim();
      if (!title) {
        onClose();
        return;
      }
      const content = editorState.getCurrentContent().createEntity(entityType.type, "MUTABLE", { title });
      const marked = Modifier.applyEntity(content, chosen, content.getLastCreatedEntityKey());
      onComplete(EditorState.push(editorState, marked, "apply-entity"));
    }

    render() {
      return null;
    }
  }

  const Abbreviation = ({ entityKey, contentState, children, onEdit, onRemove }) => {
    const { title } = contentState.getEntity(entityKey).getData();
    const icon = createElement(window.wagtail.components.Icon, { name: "info-circle" });
    return createElement(TooltipEntity, { entityKey, contentState, onEdit, onRemove, icon, label: title }, children);
  };

  registerPlugin({ type: "ABBREVIATION", source: AbbreviationSource, decorator: Abbreviation }, "entityTypes");
})();
