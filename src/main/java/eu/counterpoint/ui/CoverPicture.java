package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Image;

/** A cover: fetched when it comes into view, and with its room kept free until then. */
public class CoverPicture extends Image {

    /**
     * @param address of the picture, as in a link
     * @param of      what it is the cover of
     * @param width   of the picture in pixels, as {@code height}; how large it is shown is the style sheet's
     */
    public CoverPicture(String address, String of, int width, int height) {
        setSrc(address);
        setAlt(getTranslation("ui.cover", of));
        getElement().setAttribute("loading", "lazy").setAttribute("decoding", "async")
                .setAttribute("width", Integer.toString(width)).setAttribute("height", Integer.toString(height));
        addClassName("cover-picture");
    }
}
