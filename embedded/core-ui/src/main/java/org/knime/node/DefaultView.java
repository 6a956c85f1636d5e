package org.knime.node;

import java.util.Arrays;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** A view of a node: a web page and the data that it starts with. */
public final class DefaultView implements FluentNodeAPI {

    final Class<? extends NodeParameters> m_parametersClass;

    final String m_description;

    final Page m_page;

    DefaultInitialData<?> m_initialData;

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final String description,
        final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parameters -> description -> page -> new DefaultView(parameters, description,
            page.apply(Page.create()));
    }

    /**
     * Declares the data that the page starts with.
     *
     * @param <D> their class
     * @param initialData declares the data
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = initialData.apply(new RequireInitialData() {
            @Override
            public <T> DefaultInitialData<T> data(final Function<ViewInput, T> data) {
                return new DefaultInitialData<>(data);
            }
        });
        return this;
    }

    /** The stage at which the parameters of the view are declared. */
    public interface RequireViewParameters {

        /**
         * Declares the parameters.
         *
         * @param parametersClass their class
         * @return the next stage
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /**
         * Declares that there are none.
         *
         * @return the next stage
         */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage at which the description is declared. */
    public interface RequireDescription {

        /**
         * Declares the description.
         *
         * @param description what the view shows, as XHTML fragment
         * @return the next stage
         */
        RequirePage description(String description);
    }

    /** The stage at which the page is declared. */
    public interface RequirePage {

        /**
         * Declares the page.
         *
         * @param page declares the page
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** The stage at which the initial data are declared. */
    public interface RequireInitialData {

        /**
         * Declares the data.
         *
         * @param <D> their class
         * @param data makes the data: a text of JSON, or what is written as JSON
         * @return the data
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /**
     * The data that a page starts with.
     *
     * @param <D> their class
     */
    public static final class DefaultInitialData<D> implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        Function<ViewInput, D> getData() {
            return m_data;
        }
    }

    /** What a view knows. */
    public interface ViewInput {

        /**
         * The parameters.
         *
         * @param <S> their class
         * @return the parameters of the view
         */
        <S extends NodeParameters> S getParameters();

        /**
         * The data that the execution kept for the view.
         *
         * @return the data
         */
        PortObject[] getInternalPortObjects();

        /**
         * The tables that the execution kept for the view.
         *
         * @return the tables
         */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }
    }
}
