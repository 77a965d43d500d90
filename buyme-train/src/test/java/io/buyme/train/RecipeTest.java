package io.buyme.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import org.junit.jupiter.api.Test;

class RecipeTest {

    @Test
    void aRecipeIsReadAsItWasWritten() {
        Recipe recipe = Recipe.standard(12, 224).withSeed(5);

        assertThat(RecipeJson.parse(RecipeJson.toText(recipe), Recipe.class)).isEqualTo(recipe);
    }

    @Test
    void textThatIsNoRecipeIsRefused() {
        assertThatThrownBy(() -> RecipeJson.parse("{}", Recipe.class)).isInstanceOf(BuyMeException.class);
        assertThatThrownBy(() -> RecipeJson.parse("{", Recipe.class)).isInstanceOf(BuyMeException.class);
    }
}
